import { randomUUID } from 'node:crypto';
import { type Draft, endDraft, fileAppeal, saveDraft } from '#server/appeals/index.ts';
import { type FormValues, fitting, parseForm } from '#server/http/form.ts';
import { startSession } from '#server/http/session.ts';
import { openCaseFor, openJoinedCaseFor } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseByNumber, joinCase } from '#server/register/index.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import type { PageRequest } from '../visit.routes.ts';
import { readJoining } from './joining.ts';
import { filingIn, READING } from './reading.ts';
import { stepPath } from './step.ts';

/** Kept in a draft once its own key was used for other words: then another one sends it. */
const KEY = 'ui.key';
const receiptPath = (number: string): string => `/appeals/${number}/received`;
const joinedPath = (number: string): string => `/appeals/${number}/joined`;

/** Files the draft. A second press, another tab or a lost answer meet the same key, and find the same case. */
async function file(values: FormValues, request: PageRequest, draft: Draft): Promise<string> {
  const filing = fitting(parseForm(NewAppeal, filingIn(values), READING));
  const actor = await request.actor();
  const idempotencyKey = values[KEY] ?? draft.id;
  try {
    const { _id, number } = await fileAppeal(actor, filing, { channel: 'web', idempotencyKey, draftId: draft.id });
    startSession(request.res, await openCaseFor(actor, String(_id)));
    await endDraft(draft.id, number);
    return receiptPath(number);
  } catch (cause) {
    if (cause instanceof Problem && cause.code === 'idempotency.reused')
      await saveDraft(draft.id, (kept) => ({ ...kept, [KEY]: randomUUID() }));
    throw cause;
  }
}
/** Joins the case that was chosen; back to the check where it can be joined no longer. */
async function join(caseId: string, values: FormValues, request: PageRequest, draft: Draft): Promise<string> {
  const joining = fitting(readJoining(values));
  try {
    const { found, part } = await joinCase(caseId, joining, { idempotencyKey: `draft ${draft.id}` });
    startSession(request.res, await openJoinedCaseFor(await request.actor(), caseId));
    await endDraft(draft.id, found.number, String(part._id));
    return joinedPath(found.number);
  } catch (cause) {
    if (cause instanceof Problem && (cause.code === 'not-found' || cause.code === 'move.refused'))
      return stepPath('check');
    throw cause;
  }
}

/** Sends a draft that nothing is missing from, opens the case in this browser, and leads to what the person takes away. */
export const send = (values: FormValues, request: PageRequest, draft: Draft): Promise<string> => {
  const caseId = values['ui.join'];
  return caseId ? join(caseId, values, request, draft) : file(values, request, draft);
};
/** So long a press of the button may come again by mistake, or since no answer came, in milliseconds. */
const AGAIN_MS = 3_600_000;
/**
 * Where a press of the button leads once the draft was sent: to the receipt, for a double press must not cost the access code.
 * Whoever holds the draft's token sent it, so for an hour the case is opened in this browser again; later its own page asks for the code.
 */
export async function receiptOfSent(request: PageRequest, { sentAs, partId, updatedAt }: Draft): Promise<string> {
  const found = await caseByNumber(sentAs ?? '');
  if (!found) throw new Problem('not-found');
  if (now().getTime() - updatedAt.getTime() > AGAIN_MS) return `/appeals/${found.number}`;
  const open = partId ? openJoinedCaseFor : openCaseFor;
  startSession(request.res, await open(await request.actor(), String(found._id)));
  return partId ? joinedPath(found.number) : receiptPath(found.number);
}
