import { Types } from 'mongoose';
import { calendarFor } from '#server/calendar/index.ts';
import { legalDateOf, now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type Transaction, transaction } from '#server/platform/transaction.ts';
import { beginsWeek, workingDayBefore } from '#shared/domain/executors.ts';
import { instantInKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { LIST_MADE, SHEET_MADE, SUPERIOR_TOLD } from '../executor.events.ts';
import {
  type ExecutorLetter,
  ExecutorLetterModel,
  type ExecutorRound,
  ExecutorRoundModel,
  ExecutorStepModel,
  type LetterKind,
} from '../executor-letter.model.ts';
import { type PartInHand, partsInHand } from '../in-hand.ts';
import { lineOf, morningList } from '../morning.ts';
import { overdueOf } from '../overdue.ts';
import { type People, peopleNow } from '../people.ts';
import { type StepToTell, stepsToTell } from '../steps.ts';

/** The hour of Kyiv at which executors are told of the day. */
const HOUR = '08:00';
const EVENT_OF = { list: LIST_MADE, superior: SUPERIOR_TOLD, sheet: SHEET_MADE } as const satisfies Record<
  LetterKind,
  string
>;

/** How many letters of each kind a round planned. */
type SentLetters = Record<LetterKind, number>;
type NewLetter = Pick<ExecutorLetter, 'staffId' | 'kind' | 'on'> & Partial<Pick<ExecutorLetter, 'lines' | 'counts'>>;

/**
 * Plans one letter, with what else has to be kept with it; false where the person was told of the day already. The unique row and
 * the outbox row are one transaction: of two rounds at once, or one that begins again after a crash, only one writes it.
 */
async function plan(
  letter: NewLetter,
  keep: (tx: Transaction) => Promise<unknown> = async () => undefined,
): Promise<boolean> {
  const { kind, on, staffId } = letter;
  if (await ExecutorLetterModel.exists({ staffId, on, kind })) return false;
  try {
    await transaction(async (tx) => {
      const row: ExecutorLetter = { _id: new Types.ObjectId(), at: tx.at, lines: [], counts: {}, ...letter };
      await ExecutorLetterModel.create([row], { session: tx.session, ordered: true });
      await keep(tx);
      const subject = { kind: 'executor-letter', id: String(row._id) };
      await tx.record([{ kind: EVENT_OF[kind], subject, actorId: null, facts: {} }]);
    });
    return true;
  } catch (cause) {
    if (isDuplicate(cause)) return false;
    throw cause;
  }
}

type Parts = ReadonlyMap<string, readonly PartInHand[]>;
async function planLists(
  { executors }: People,
  parts: Parts,
  day: { on: LegalDate; from: Date; until: Date },
): Promise<number> {
  let planned = 0;
  for (const { _id: staffId, departmentId } of executors) {
    const list = morningList(parts.get(String(departmentId)) ?? [], day);
    if (list && (await plan({ staffId, kind: 'list', on: day.on, ...list }))) planned += 1;
  }
  return planned;
}
/** One letter for each superior with all that came up; what it tells is kept beside it, so that no later round tells it again. */
async function planSuperiors(people: People, parts: Parts, on: LegalDate): Promise<number> {
  const theirs = new Map<string, StepToTell[]>();
  for (const step of await stepsToTell(parts, on))
    for (const { _id } of people.superiorsOf(step.part.departmentId))
      theirs.set(String(_id), [...(theirs.get(String(_id)) ?? []), step]);
  let planned = 0;
  for (const [id, steps] of theirs) {
    const staffId = new Types.ObjectId(id);
    const lines = steps.map(({ part, step }) => lineOf(part, step));
    const isPlanned = await plan({ staffId, kind: 'superior', on, lines }, ({ session, at }) =>
      ExecutorStepModel.insertMany(
        steps.map(({ part: { found, departmentId }, step }) => ({
          caseId: found._id,
          departmentId: new Types.ObjectId(departmentId),
          step,
          termKey: found.termKey,
          staffId,
          on,
          at,
        })),
        { session },
      ),
    );
    if (isPlanned) planned += 1;
  }
  return planned;
}
async function planSheets({ controllers }: People, parts: Parts, on: LegalDate): Promise<number> {
  if (!beginsWeek(on, calendarFor('dated')) || overdueOf(parts, on).every(({ overdue }) => overdue === 0)) return 0;
  let planned = 0;
  for (const { _id: staffId } of controllers) if (await plan({ staffId, kind: 'sheet', on })) planned += 1;
  return planned;
}

/** When the round before this one began; where there was none, the hour of the last working day. */
async function lastRound(on: LegalDate): Promise<Date> {
  const last = await ExecutorRoundModel.findOne({ _id: { $lt: on }, doneAt: { $ne: null } })
    .sort({ _id: -1 })
    .lean<ExecutorRound>();
  return last?.at ?? instantInKyiv(workingDayBefore(on, calendarFor('dated')), HOUR) ?? new Date(0);
}
/**
 * Once a working day, at eight in Kyiv or as soon afterwards as somebody is there to do it: plans the letters to executors, to their
 * superiors and, when the week begins, to controllers. Null where nothing is to be done. A day that nobody was there is not made up for.
 */
export async function sendExecutorLetters(): Promise<SentLetters | null> {
  const on = legalDateOf(now());
  const hour = instantInKyiv(on, HOUR);
  if (!hour || now() < hour || !calendarFor('dated')(on).isWorking) return null;
  const begun = await ExecutorRoundModel.findOneAndUpdate(
    { _id: on },
    { $setOnInsert: { at: now(), doneAt: null } },
    { upsert: true, returnDocument: 'after' },
  ).lean<ExecutorRound>();
  if (!begun || begun.doneAt) return null;
  const [people, parts, from] = await Promise.all([peopleNow(), partsInHand(), lastRound(on)]);
  const sent = {
    list: await planLists(people, parts, { on, from, until: begun.at }),
    superior: await planSuperiors(people, parts, on),
    sheet: await planSheets(people, parts, on),
  };
  await ExecutorRoundModel.updateOne({ _id: on }, { $set: { doneAt: now() } });
  return sent;
}
