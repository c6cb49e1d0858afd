import { type Actor, authorize, inPlaceOf, type Policy, type StandIn, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Case, caseById, casePolicy } from '#server/register/index.ts';

/** Who may see the links of a case, and who may make and end them. */
export const linkPolicy = {
  read: casePolicy['desk.read'],
  /** Whoever hands cases to executors, and the main executor. */
  'link.make': (actor, found) =>
    actor?.kind === 'staff' && (casePolicy['case.assign'](actor) || casePolicy['case.work'](actor, found)),
} satisfies Policy<Case>;

/** The case of that id for somebody who may do this with its links, and in whose place; 404 where they may not read it, 403 where they may not do it. */
export async function linkedCase(
  actor: Actor | Visitor,
  permission: keyof typeof linkPolicy,
  caseId: string,
): Promise<{ actor: Actor; found: Case; place: StandIn | null }> {
  const found = await caseById(caseId);
  if (!found || !actor) throw new Problem('not-found');
  authorize(actor, linkPolicy, permission, found);
  return { actor, found, place: inPlaceOf(actor, linkPolicy, permission, found) };
}
