import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Case, casePolicy, casesById, isPublic } from '#server/register/index.ts';
import type { AppealView } from '#shared/contract/appeals.ts';
import type { Appeal } from './appeal.plug.ts';
import { presentAppeal } from './appeal.presenter.ts';

const isAppeal = (found: Case | null): found is Appeal => found?.regime === 'appeal';

/** As whom this actor may look at a case; null for as nobody. */
function viewerOf(actor: Actor | Visitor, found: Case): AppealView['viewer'] | null {
  if (casePolicy.read(actor, found)) return 'applicant';
  if (casePolicy['case.joined'](actor, found)) return 'joined';
  if (casePolicy['case.know'](actor, found)) return 'phone';
  return isPublic(found) ? 'public' : null;
}
/** An appeal as this viewer may see it; what they may not is absent. */
export async function appealFor(actor: Actor | Visitor, found: Case | null): Promise<AppealView> {
  if (!isAppeal(found)) throw new Problem('not-found');
  const viewer = viewerOf(actor, found);
  if (!viewer) throw new Problem('not-found');
  return presentAppeal(found, viewer);
}
/** The appeals of this session: of the phone that was proved, and opened or joined ones; newest first. */
export async function appealsOf(actor: Actor | Visitor): Promise<AppealView[]> {
  if (!actor) throw new Problem('sign-in.required');
  const found = (await casesById([...actor.caseIds, ...actor.joinedCaseIds, ...actor.knownCaseIds])).filter(isAppeal);
  return Promise.all(found.map((appeal) => presentAppeal(appeal, viewerOf(actor, appeal) ?? 'phone')));
}
