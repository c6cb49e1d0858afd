import { type OpenedSession, openCaseFor } from '#server/identity/index.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { isSame } from '#server/platform/secrets.ts';
import { accessCodeOf } from '../case-codes.ts';
import { caseByNumber } from '../register.queries.ts';

/** Opens one case by its number and access code; 401 `sign-in.wrong` where they do not belong together, or there is no such case. */
export async function openCase(
  actor: Actor | Visitor,
  { number, accessCode }: { number: string; accessCode: string },
): Promise<OpenedSession> {
  const found = await caseByNumber(number);
  if (!found || !isSame(accessCode, accessCodeOf(found))) throw new Problem('sign-in.wrong');
  return openCaseFor(actor, String(found._id));
}
