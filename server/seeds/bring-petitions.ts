import {
  endCollection,
  loadCharters,
  movePetition,
  type Petition,
  petitionById,
  sealWindow,
  signPetition,
  submitPetition,
  writePetition,
} from '#server/petitions/index.ts';
import { legalDateOf, now, shiftClock } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { lookupHashes } from '#server/platform/secrets.ts';
import type { PetitionMoveBody } from '#shared/contract/petition-desk.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import type { PetitionVerb } from '#shared/domain/petition-workflow.ts';
import { aPerson } from './bulk/people.ts';
import { Draw } from './bulk/random.ts';
import { DEMO_PETITIONS, type DemoPetition } from './demo-petitions.ts';

const [MINUTE_MS, DAY_MS] = [60_000, 86_400_000];
/** The demo's chance: the same crowd each time. */
const SEED = 2_026;
const REASONS =
  'Рада розглянула петицію на сесії, заслухала ініціатора та профільну комісію. Доступ до моря має бути для всіх, кошти на перший етап у бюджеті є.';

const current = async ({ _id }: Petition): Promise<Petition> => {
  const found = await petitionById(String(_id));
  if (!found) throw new Error('a demo petition is gone');
  return found;
};
async function move(
  actor: Actor,
  petition: Petition,
  verb: PetitionVerb,
  more: Partial<PetitionMoveBody> = {},
): Promise<Petition> {
  const { _id, version } = await current(petition);
  return movePetition(actor, { petitionId: String(_id), verb, expectedVersion: version, ...more });
}

/** A crowd signs, most of it in the first days, and each day's signatures are sealed at its end. */
async function crowdSigns(
  petition: Petition,
  { signatures, signingDays, daysAgo }: DemoPetition,
  beganAt: number,
): Promise<void> {
  const draw = new Draw(SEED, petition.number ?? 0);
  const days = Math.max(1, signingDays ?? daysAgo);
  const weights = Array.from({ length: days }, (_, day) => 1 / (1 + day * 0.12) + draw.unit() * 0.3);
  const whole = weights.reduce((sum, one) => sum + one, 0);
  let left = signatures ?? 0;
  for (const [day, weight] of weights.entries()) {
    const many = day === days - 1 ? left : Math.min(left, Math.round(((signatures ?? 0) * weight) / whole));
    left -= many;
    const kept = Array.from({ length: many }, (_, i) => {
      const at = beganAt + day * DAY_MS + ((i + draw.unit()) / many) * (DAY_MS - 10 * MINUTE_MS);
      shiftClock(Math.min(at, Date.now()) - Date.now());
      const key = lookupHashes(`demo ${petition.number} ${day} ${i}`);
      const method = draw.chance(0.64) ? ('eid' as const) : ('sms' as const);
      return signPetition(petition, { ...aPerson(draw), method, keys: key, range: null, cameFrom: `demo ${i % 200}` });
    });
    await Promise.all(kept);
    while (await sealWindow(petition._id));
  }
}
async function reviewed(
  head: Actor,
  petition: Petition,
  { review, daysAgo, signingDays = 0 }: DemoPetition,
  shiftMs: number,
): Promise<void> {
  const at = (day: number) => shiftClock(shiftMs - (daysAgo - signingDays - day) * DAY_MS);
  at(2);
  await move(head, petition, 'announce');
  if (review === undefined || review === 'announced') return;
  at(12);
  await move(head, petition, 'conclude', { reviewedOn: legalDateOf(now()) });
  await move(head, petition, 'answer', {
    answer: {
      decision: review,
      reasons: REASONS,
      measures: 'Прокласти настили на двох пляжах до початку літнього сезону.',
      unit: 'Департамент міського господарства',
      followUps: [
        { on: addCalendarDays(legalDateOf(now()), 20), what: 'Оголосити закупівлю настилів' },
        { on: addCalendarDays(legalDateOf(now()), 150), what: 'Відкрити доступні входи до води' },
      ],
    },
  });
}
async function bring(petition: DemoPetition, { head, shiftMs }: { head: Actor; shiftMs: number }): Promise<void> {
  const { title, essence, demand, initiator, daysAgo, signatures, review } = petition;
  const [lastName, firstName, patronymic] = initiator;
  const publishedAt = Date.now() + shiftMs - daysAgo * DAY_MS;
  shiftClock(publishedAt - DAY_MS - Date.now());
  if (signatures === null) shiftClock(shiftMs - 2 * 60 * MINUTE_MS);
  const draft = {
    title,
    essence,
    demand,
    lastName,
    firstName,
    patronymic,
    email: 'author@example.com',
    sms: false,
    isAgreed: true,
  };
  const { _id } = await writePetition(draft);
  const submitted = await submitPetition(String(_id));
  if (signatures === null) return;
  shiftClock(publishedAt - Date.now());
  const published = await move(head, submitted, 'publish');
  await crowdSigns(published, petition, publishedAt);
  if (review !== undefined) await reviewed(head, published, petition, shiftMs);
  shiftClock(shiftMs);
  if ((await current(published)).status === 'collecting') await endCollection(published._id);
}

/** Petitions at every stage, brought by the commands themselves on the days on which it happened; `head` may do all of it. */
export async function seedDemoPetitions(head: Actor, shiftMs: number): Promise<void> {
  await loadCharters();
  try {
    for (const petition of [...DEMO_PETITIONS].reverse()) await bring(petition, { head, shiftMs });
  } finally {
    shiftClock(shiftMs);
  }
}
