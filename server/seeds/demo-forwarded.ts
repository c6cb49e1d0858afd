import { enterForwarded } from '#server/petitions/index.ts';
import { today } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';

/** Enters the demo's petition that an invented association collected signatures for and sent yesterday. */
export async function seedForwardedPetition(head: Actor): Promise<void> {
  const days = (back: number): string => addCalendarDays(today(), -back);
  await enterForwarded(head, {
    title: 'Зберегти старі платани на Французькому бульварі',
    essence: 'Під час ремонту тротуарів дереву залишають пів метра землі, і за кілька років воно засихає.',
    demand: 'Залишати платанам щонайменше три метри землі та погоджувати ремонт тротуарів із міським дендрологом.',
    lastName: 'Бойченко',
    firstName: 'Марина',
    patronymic: 'Валеріївна',
    email: 'author@example.com',
    association: {
      name: 'Одеса під платанами',
      email: 'office@example.org',
      url: 'https://example.org/petitions/platany',
    },
    startedOn: days(33),
    endsOn: days(-57),
    sentOn: days(1),
    receivedOn: days(1),
    signatures: 1_317,
  });
}
