import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { type Case, CaseModel } from '../case.model.ts';
import type { MoveRequest } from '../case.move.ts';
import { moveCase } from './move-case.ts';

/** What its applicant does to a case in their own words: takes it back, or says what they were asked. */
export type OwnMove = { caseId: string } & (
  | ({ verb: 'withdraw' } & Required<Pick<MoveRequest, 'explanation'>>)
  | ({ verb: 'reply' } & Required<Pick<MoveRequest, 'reply'>>)
);

/** Moves a case at its applicant's own wish, whatever staff did to it meanwhile. 404 not theirs, 409 `move.refused` where the workflow has no such move now. */
export async function moveOwnCase(actor: Actor | Visitor, move: OwnMove): Promise<Case> {
  for (let tries = 0; ; tries += 1) {
    const found = await CaseModel.findById(move.caseId).select('version').lean<Pick<Case, 'version'>>();
    if (!found) throw new Problem('not-found');
    try {
      return await moveCase(actor, { ...move, expectedVersion: found.version });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'version.stale' || tries > 3) throw error;
    }
  }
}
