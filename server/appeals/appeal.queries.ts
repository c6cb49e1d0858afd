import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Case, casePolicy, casesById } from '#server/register/index.ts';
import type { AppealView } from '#shared/contract/appeals.ts';
import type { Appeal } from './appeal.plug.ts';
import { presentAppeal } from './appeal.presenter.ts';

const isAppeal = (found: Case | null): found is Appeal => found?.regime === 'appeal';

/** An appeal as this viewer may see it; what they may not is absent. */
export async function appealFor(actor: Actor | Visitor, found: Case | null): Promise<AppealView> {
  if (!isAppeal(found)) throw new Problem('not-found');
  const isWhole = casePolicy.read(actor, found);
  if (!isWhole && !casePolicy['case.know'](actor, found)) throw new Problem('not-found');
  return presentAppeal(found, { isWhole });
}
/** The appeals of this session: of the phone that was proved, and opened ones; newest first. */
export async function appealsOf(actor: Actor | Visitor): Promise<AppealView[]> {
  if (!actor) throw new Problem('sign-in.required');
  const found = (await casesById([...actor.caseIds, ...actor.knownCaseIds])).filter(isAppeal);
  return Promise.all(found.map((appeal) => presentAppeal(appeal, { isWhole: casePolicy.read(actor, appeal) })));
}
