import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Case, CaseModel } from '../case.model.ts';
import { moveCase } from './move-case.ts';

/** Withdraws a case at its applicant's own wish, whatever staff did to it meanwhile. 404 not theirs, 409 `move.refused` once it is over. */
export async function withdrawCase(
  actor: Actor | Visitor,
  { caseId, explanation }: { caseId: string; explanation: string },
): Promise<Case> {
  for (let tries = 0; ; tries += 1) {
    const found = await CaseModel.findById(caseId).select('version').lean<Pick<Case, 'version'>>();
    if (!found) throw new Problem('not-found');
    try {
      return await moveCase(actor, { caseId, verb: 'withdraw', expectedVersion: found.version, explanation });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'version.stale' || tries > 3) throw error;
    }
  }
}
