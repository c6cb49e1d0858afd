import { keepDisclosure } from '#server/accounts/index.ts';
import { type Actor, authorize, inPlaceOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import type { RevealReason } from '#shared/domain/reveal.ts';
import { casePolicy } from '../case.policy.ts';
import { presentApplicants } from '../case.presenter.ts';
import { caseById } from '../register.queries.ts';

/** Shows who brought a case to somebody who may read it and does not handle it, once the audit has it: who, when, which case, and why. */
export async function revealApplicants(
  actor: Actor | Visitor,
  caseId: string,
  reason: RevealReason,
): Promise<CaseCard['applicants']> {
  const found = await caseById(caseId);
  if (!found || !actor) throw new Problem('not-found');
  authorize(actor, casePolicy, 'read', found);
  authorize(actor, casePolicy, 'person.reveal', found);
  await keepDisclosure(actor, {
    kind: 'person.revealed',
    facts: { caseId, number: found.number },
    reasonCode: reason,
    place: inPlaceOf(actor, casePolicy, 'person.reveal', found),
  });
  return presentApplicants(found, actor, true);
}
