import { Types } from 'mongoose';
import { currentSettings } from '#server/calendar/index.ts';
import { categoryOf } from '#server/catalogue/index.ts';
import { startClock } from '#server/deadlines/index.ts';
import { newPerson } from '#server/people/index.ts';
import { legalDateOf, now } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type IdempotencyRow, idempotencyRow, madeBefore } from '#server/platform/idempotency.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { currentKey, newSalt } from '#server/platform/secrets.ts';
import { type Consent, caseById, type Entry, enterCase, newApplicant, takeCaseNumber } from '#server/register/index.ts';
import type { NewAppeal } from '#shared/contract/appeals.ts';
import type { Channel } from '#shared/domain/appeal.ts';
import { type Appeal, appealPlug, type Contested } from '../appeal.plug.ts';
import { checkFiling } from '../filing.check.ts';

/** How often a filing draws its number and short link anew where one of them is taken already. */
const TRIES = 3;
/** Whether staff heard the number from its owner; one that stands in a letter is proved by a code like any other. */
const isVouched = (channel: Channel): boolean => channel === 'phone' || channel === 'reception';

/** Of the words of the consents on the form; raised when they change. */
const CONSENT_TEXTS = 1;

const contestedOf = ({ kind, contested }: NewAppeal): Contested | null => {
  if (kind !== 'complaint' || !contested) return null;
  const { decision, departmentId, decidedOn = null, learnedOn = null } = contested;
  return { decision, departmentId: departmentId ? new Types.ObjectId(departmentId) : null, decidedOn, learnedOn };
};

/** How and when an appeal came in, and the number that it gets. */
interface Receipt {
  number: string;
  receivedAt: Date;
  channel: Channel;
}
/** An appeal as it enters the register: unpublished, with the month of art. 20 running from its receipt. */
function newAppeal(draft: NewAppeal, { number, receivedAt, channel }: Receipt): Appeal {
  const clock = startClock('appeal.month', legalDateOf(receivedAt));
  return {
    _id: new Types.ObjectId(),
    regime: 'appeal',
    number,
    registrationIndex: null,
    channel,
    receivedAt,
    status: 'submitted',
    clocks: [clock],
    dueOn: clock.dueLegal,
    executors: [],
    categoryCode: draft.categoryCode,
    questionGroup: categoryOf(draft.categoryCode)?.questionGroup ?? 25,
    classification: null,
    place: {
      address: draft.place?.address ?? null,
      description: draft.place?.description ?? null,
      point: null,
      accuracy: 'none',
    },
    result: null,
    answeredOn: null,
    answerId: null,
    steps: [{ status: 'received', at: receivedAt }],
    publication: { state: 'none', text: null, point: null },
    accessKeyId: currentKey('access-code'),
    accessVersion: 1,
    settingsVersion: currentSettings().version,
    version: 1,
    kind: draft.kind,
    text: draft.text,
    textSalt: newSalt(),
    contested: contestedOf(draft),
  };
}

const consentsOf = ({ consents }: NewAppeal, at: Date, channel: Channel): Consent[] =>
  (['sms', 'publication'] as const).flatMap((purpose) =>
    consents[purpose] ? [{ purpose, textVersion: CONSENT_TEXTS, at, channel }] : [],
  );

/** How an appeal is brought: by what channel, and the key that makes a repeated request harmless. */
export interface Filing {
  channel: Channel;
  idempotencyKey?: string | undefined;
}

const found = async (id: string): Promise<Appeal> => {
  const appeal = await caseById(id);
  if (!appeal) throw new Error('an idempotency key names no case');
  return appeal as Appeal;
};

/**
 * Puts an appeal before the city; it is received at this moment, before any code is asked. By phone and at the desk staff
 * vouch for the number that the person gave. A repeated key answers with the appeal that the first request made.
 */
export async function fileAppeal(
  actor: Actor | Visitor,
  draft: NewAppeal,
  { channel, idempotencyKey }: Filing,
): Promise<Appeal> {
  const errors = checkFiling(draft);
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
  const receivedAt = now();
  const scope = `file-appeal ${actor?.kind === 'staff' ? actor.id : ''}`;
  const keyed = (resultId: string): IdempotencyRow | null =>
    idempotencyKey ? idempotencyRow(scope, idempotencyKey, draft, resultId) : null;

  const asked = keyed('');
  const before = asked && (await madeBefore(asked));
  if (before) return found(before);

  const entry = async (): Promise<Entry<Appeal>> => {
    const appeal = newAppeal(draft, { number: await takeCaseNumber(receivedAt), receivedAt, channel });
    const person = newPerson(draft.applicant, draft.contact, { at: receivedAt, isPhoneVouched: isVouched(channel) });
    const consents = consentsOf(draft, receivedAt, channel);
    return {
      entered: appeal,
      people: [person],
      participants: [newApplicant(appeal._id, person._id, { replyBy: draft.replyBy, consents })],
      event: 'appeal.filed',
      actorId: actor?.kind === 'staff' ? actor.id : null,
      docDigest: appealPlug.digestOf(appeal),
      idempotency: keyed(String(appeal._id)),
    };
  };
  for (let triesLeft = TRIES; ; triesLeft -= 1) {
    const entered = await entry();
    try {
      await enterCase(entered);
      return entered.entered;
    } catch (cause) {
      if (!isDuplicate(cause)) throw cause;
      // The same key came twice at once and the other request was first; else a short link or a number was drawn twice.
      const twin = asked && (await madeBefore(asked));
      if (twin) return found(twin);
      if (triesLeft === 1) throw cause;
    }
  }
}
