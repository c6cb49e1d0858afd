/** The places of a list at the desk: on a map, and as a list for a trip. */
export const deskPlaces = {
  fieldList: 'Список для виїзду',
  fieldListHint: 'PDF, перші {most} звернень цього списку в порядку об’їзду',
  fieldListOfChosen: 'Список для виїзду',
  look: 'Вигляд списку',
  list: 'Список',
  map: 'Мапа',
  region: 'Мапа звернень цього списку',
  nearer: 'Ближче',
  farther: 'Далі',
  loading: 'Завантажуємо мапу…',
  lost: 'Мапа не завантажилася.',
  says: 'На мапі {seen} з {total}. За краєм мапи {beyond}, без точки {placeless}.',
  toList: 'Ті самі звернення списком',
  cluster: { one: '{n} звернення', few: '{n} звернення', many: '{n} звернень', other: '{n} звернення' },
  press: 'Натисніть, щоб наблизити.',
  gathered: 'Звернення в цьому місці',
  tooMany: 'Їх тут забагато. Знайдіть їх у списку за адресою.',
};
export type DeskPlacesTexts = typeof deskPlaces;
