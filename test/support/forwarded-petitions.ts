import { enterForwarded, loadCharters, type Petition } from '#server/petitions/index.ts';
import { today } from '#server/platform/clock.ts';
import type { ForwardedPetition } from '#shared/contract/petition-forwarded.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { CLERK } from './site.ts';

/** What staff enter of a petition that an association sent, received today. */
export const aForwardedDraft = (more: Partial<ForwardedPetition> = {}): ForwardedPetition => ({
  title: 'Створити парк на схилах біля моря',
  essence: 'Схили забудовують, а до моря немає жодного зеленого проходу для людей із дітьми.',
  demand: 'Заборонити забудову схилів і створити на них міський парк із доріжками до моря.',
  lastName: 'Коваль',
  firstName: 'Петро',
  patronymic: 'Іванович',
  email: 'petro@example.com',
  association: { name: 'Зелений берег', email: 'office@bereh.example', url: 'https://bereh.example/petitions/7' },
  startedOn: addCalendarDays(today(), -40),
  endsOn: addCalendarDays(today(), 50),
  sentOn: addCalendarDays(today(), -1),
  receivedOn: today(),
  signatures: 1_204,
  ...more,
});
/** A petition that an association sent, entered today. */
export async function aForwarded(more: Partial<ForwardedPetition> = {}): Promise<Petition> {
  await loadCharters();
  return enterForwarded(CLERK, aForwardedDraft(more));
}
