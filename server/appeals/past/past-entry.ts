import { Types } from 'mongoose';
import { newPerson } from '#server/people/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import { type Entry, newApplicant, type PastRecord } from '#server/register/index.ts';
import { ANSWER_RESULTS, type AnswerResult } from '#shared/domain/appeal.ts';
import type { AppealStatus } from '#shared/domain/appeal-workflow.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import { type Appeal, appealPlug } from '../appeal.plug.ts';
import { newAppeal } from '../new-appeal.ts';
import type { Outcome } from './past-mapping.ts';
import type { PastAppeal } from './past-row.ts';

const resultOf = (outcome: Outcome): AnswerResult | null => ANSWER_RESULTS.find((result) => result === outcome) ?? null;

/**
 * An appeal of past years as it enters the register: over, on no clock, for nobody to be told of and for no page to show. Its
 * contacts are nobody's proved ones, whatever the channel.
 */
export function pastEntry(past: PastAppeal, source: PastRecord['source'], number: string): Entry<Appeal> {
  const { receivedAt, channel, outcome, answeredOn, matter, key, index } = past;
  const begun = newAppeal(matter, { number, receivedAt, channel, newId: () => new Types.ObjectId(), clocks: [] });
  const result = resultOf(outcome);
  const status = (result ? 'closed' : outcome) as AppealStatus;
  const ended: Appeal = {
    ...begun,
    status,
    result,
    answeredOn: result && answeredOn,
    past: { source, key, index },
  };
  const endedAt = answeredOn && startOfDay(answeredOn);
  const over = { status: appealPlug.publicStatus(ended), at: endedAt && endedAt > receivedAt ? endedAt : receivedAt };
  const appeal: Appeal = { ...ended, steps: [...begun.steps, over] };
  const person = past.isNamed ? newPerson(past.applicant, past.contact, { at: receivedAt }) : null;
  const part = person && newApplicant(appeal._id, person._id, { replyBy: 'post', consents: [] });
  return {
    entered: appeal,
    people: person ? [person] : [],
    benefits: [],
    participants: part ? [{ ...part, replyOwed: false }] : [],
    draftId: null,
    event: 'appeal.imported',
    actorId: null,
    docDigest: appealPlug.digestOf(appeal),
    earlier: null,
    idempotency: null,
  };
}
/** The year in which a number of ours is counted for it. */
export const yearOf = ({ receivedAt }: PastAppeal): number => Number(legalDateOf(receivedAt).slice(0, 4));
