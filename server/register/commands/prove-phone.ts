import { beginSession, checkPhoneCode, type OpenedSession } from '#server/identity/index.ts';
import { verifyPhone } from '#server/people/index.ts';
import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';

/** A code that a person read off their phone. */
export interface ReadCode {
  codeId: string;
  code: string;
}
/** Proves a phone and opens a resident's session: the numbers and states of the cases it was left with. Refuses as `checkPhoneCode` does. */
export async function signInWithCode({ codeId, code }: ReadCode): Promise<OpenedSession> {
  const { phoneHashes } = await checkPhoneCode(codeId, code);
  await verifyPhone(phoneHashes, now());
  return beginSession({ kind: 'resident', phoneHashes });
}
/** Proves the phone that was left with a case which the actor holds open; the session stays what it was. */
export async function confirmPhone(actor: Actor | Visitor, caseId: string, { codeId, code }: ReadCode): Promise<void> {
  if (!actor?.caseIds.has(caseId)) throw new Problem('not-found');
  const { phoneHashes } = await checkPhoneCode(codeId, code);
  await verifyPhone(phoneHashes, now());
}
