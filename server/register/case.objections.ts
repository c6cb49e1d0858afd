import { calendarFor } from '#server/calendar/index.ts';
import { lastExtension, reckonTerm } from '#server/deadlines/index.ts';
import { legalDateOf, today } from '#server/platform/clock.ts';
import type { May } from '#server/platform/workflow.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import { isOralChannel } from '#shared/domain/appeal.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { addWorkingDays } from '#shared/domain/legal-clock/work-calendar.ts';
import type { Objection } from '#shared/domain/objections.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { firstGap, TEMPLATE_FIELDS, TEMPLATE_USES, type TemplateUse } from '#shared/domain/templates.ts';
import type { Move, MovePermission, Verb } from '#shared/domain/workflow.ts';
import type { Case } from './case.model.ts';
import { regimeOf } from './regime.ts';

const wrong = (path: string, code: FieldError['code']): FieldError => ({ in: 'body', path, code });
/** The soonest day on which the 45 days of any of its terms are over. */
const latestExtension = ({ clocks }: Case): LegalDate | undefined =>
  clocks
    .filter(({ metOn }) => !metOn)
    .map(lastExtension)
    .sort()[0];

/** The words of a move in which a template's gap was left open. */
function unfilled({ input }: Move, { answer, inquiry, interim, extension, ...more }: MoveBody): FieldError[] {
  const said: Readonly<Record<TemplateUse, string | undefined>> = {
    answer: answer?.text,
    inquiry,
    interim,
    extension: extension?.reason,
    forwarding: more.forwarding?.explanation,
    returning: more.returning?.explanation,
    termination: more.termination?.explanation,
  };
  const use = TEMPLATE_USES.find((each) => each === input);
  return use && firstGap(said[use] ?? '') ? [wrong(TEMPLATE_FIELDS[use], 'text.gap')] : [];
}

/** What is wrong with the input of a move as far as the case shows it: dates that cannot be, a refusal without the way to contest it. */
export function inputFaults(move: Move, found: Case, request: MoveBody, now: LegalDate): FieldError[] {
  const { answer, extension, promise, inspection, termination, internalDueOn, coExecutors = [] } = request;
  const errors: FieldError[] = unfilled(move, request);
  const { signature } = request;
  if (move.input === 'answer' && answer) {
    if (answer.result === 'refused' && !answer.appealRoute)
      errors.push(wrong('answer.appealRoute', 'answer.appeal-route'));
    if (answer.followUpOn && (answer.result !== 'explained' || answer.followUpOn <= now))
      errors.push(wrong('answer.followUpOn', 'date.not-ahead'));
  }
  if (move.input === 'extension' && extension) {
    const last = latestExtension(found);
    if (found.dueOn && extension.until <= found.dueOn) errors.push(wrong('extension.until', 'date.not-ahead'));
    else if (last && extension.until > last) errors.push(wrong('extension.until', 'extension.beyond-45'));
  }
  if (move.input === 'promise' && promise && promise.until <= now)
    errors.push(wrong('promise.until', 'date.not-ahead'));
  if (move.input === 'inspection' && inspection && inspection.on > now)
    errors.push(wrong('inspection.on', 'date.in-future'));
  if (move.input === 'termination' && termination && termination.decision.on > now)
    errors.push(wrong('termination.decision.on', 'date.in-future'));
  if (move.input === 'signature' && signature) {
    const { fileId, isOral } = signature;
    if (isOral && (fileId !== undefined || !isOralChannel(found.channel)))
      errors.push(wrong('signature.isOral', 'signature.not-oral'));
    else if (!isOral && fileId === undefined) errors.push(wrong('signature.fileId', 'signature.missing'));
  }
  if (move.input === 'departmentId') {
    const inHouse = (date: LegalDate | undefined): boolean =>
      !date || (date >= now && (!found.dueOn || date <= found.dueOn));
    if (!inHouse(internalDueOn)) errors.push(wrong('internalDueOn', 'date.outside-term'));
    for (const [i, { dueOn }] of coExecutors.entries())
      if (!inHouse(dueOn)) errors.push(wrong(`coExecutors.${i}.dueOn`, 'date.outside-term'));
  }
  return errors;
}

const termOf = (rule: 'appeal.returnInsufficient' | 'appeal.returnFormal', { clocks }: Case): LegalDate | null => {
  const receivedOn = clocks[0]?.startedOn;
  return receivedOn ? reckonTerm({ rule, receivedOn, calendar: 'dated' }).reckoning.dueLegal : null;
};
/** Whether the working day in which its executor could send it back (design) is over. */
function isDeclinedLate({ executors }: Case): boolean {
  const since = executors.find(({ role }) => role === 'main')?.since;
  return since ? today() > addWorkingDays(legalDateOf(since), 1, calendarFor('dated')) : false;
}
/** Why a verb has nothing to act on in this case; null where it has. */
export function wantOf(verb: Verb, { promise, awaitingApplicantSince, past }: Case): Objection | null {
  // A past case was handled elsewhere and has no term here: what is raised again is a new appeal.
  if (verb === 'reopen' && past) return 'past-case';
  if ((verb === 'keep' || verb === 'postpone') && (!promise || promise.keptOn)) return 'no-promise';
  return verb === 'reply' && !awaitingApplicantSince ? 'nothing-asked' : null;
}
/** What the head decides, and of some cases the first head alone. */
const HEADS_VERBS: ReadonlySet<Verb> = new Set(['answer', 'extend', 'terminate']);
/** Objections that hold in any regime; then the regime's own. `may` says what whoever asks may do. */
export function objectionTo(arrow: Move, found: Case, request: MoveBody, may: May<MovePermission>): Objection | null {
  const want = wantOf(arrow.verb, found);
  if (want) return want;
  // Arts. 14-16: the appeals of heroes and of people disabled by war are considered by the first head in person.
  if (found.priority === 'first_head' && HEADS_VERBS.has(arrow.verb) && !may('case.firstHead'))
    return 'first-head-only';
  const now = today();
  if (arrow.verb === 'extend' && found.dueOn && now > found.dueOn) return 'term-lapsed'; // art. 20: a term that is over cannot be prolonged
  if (arrow.verb === 'return') {
    // Arts. 5 and 7(3): ten days for what lacks its form, five for what lacks its matter; after that, ask and answer.
    const last = termOf(arrow.ground === 'formal' ? 'appeal.returnFormal' : 'appeal.returnInsufficient', found);
    if (last && now > last) return 'return-too-late';
  }
  if (arrow.verb === 'decline' && isDeclinedLate(found)) return 'decline-too-late';
  if (arrow.verb === 'close' && found.promise && !found.promise.keptOn) return 'promise-pending';
  if (arrow.verb === 'transfer' && found.procedure === 'admin') return 'already-administrative';
  if (arrow.verb === 'assign' && request.coExecutors?.some(({ departmentId }) => departmentId === request.departmentId))
    return 'same-executor-twice';
  return regimeOf(found.regime).guard(arrow.verb, found, request);
}
