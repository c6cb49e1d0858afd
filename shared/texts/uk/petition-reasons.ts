import type { RejectionReason } from '#shared/domain/petition.ts';

/** Why a petition is not published, in words for its author, for readers and for the desk. */
export const petitionReasons = {
  overthrow: 'Заклики повалити конституційний лад або порушити цілісність держави',
  war: 'Пропаганда війни, насильства чи жорстокості',
  hatred: 'Розпалювання міжетнічної, расової або релігійної ворожнечі',
  terrorism: 'Заклики до тероризму',
  rights: 'Посягання на права і свободи людини',
  'personal-data': 'Чужі персональні дані в тексті',
  'no-essence': 'Незрозуміло, у чому суть',
  'no-author': 'Немає імені чи пошти автора',
  charter: 'Не відповідає вимогам статуту громади',
} satisfies Record<RejectionReason, string>;
/** Every other language has the same keys. */
export type PetitionReasons = Readonly<typeof petitionReasons>;
