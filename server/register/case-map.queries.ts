import { Types } from 'mongoose';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import type { CaseMapQuery } from '#shared/contract/register-map.ts';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import { type Case, CaseModel } from './case.model.ts';
import { casePolicy } from './case.policy.ts';
import type { CaseGrid, GridCell } from './case-index/case-grid.ts';
import { wantedBy } from './case-index/case-question.ts';
import { caseFinder } from './case-index/first-answers.ts';

/** Cases that are drawn one by one at the most; the others are counted. */
const MOST_DRAWN = 300;

/** Where the cases of a list lie that this viewer may read. */
export interface CaseMap extends Omit<CaseGrid, 'cells'> {
  cells: (Omit<GridCell, 'ids'> & { cases: Case[] })[];
}
/** The cases of a list on a part of the map: one by one where they lie apart, or where no nearer zoom is, else counted. */
export async function caseMapOf(viewer: Actor | Visitor, { bbox, zoom, ...list }: CaseMapQuery): Promise<CaseMap> {
  const { cells, ...counts } = await caseFinder.grid(wantedBy(viewer, list), { bounds: bbox, zoom });
  let room = MOST_DRAWN;
  const told = cells.map(({ ids, ...cell }) => {
    const isTold = (cell.count === 1 || zoom === ZOOMS.max) && ids.length <= room;
    if (isTold) room -= ids.length;
    return { ...cell, ids: isTold ? ids : [] };
  });
  const ids = told.flatMap((cell) => cell.ids.map((id) => new Types.ObjectId(id)));
  const found = await CaseModel.find({ _id: { $in: ids } }).lean<Case[]>();
  const byId = new Map(found.map((one) => [String(one._id), one]));
  return {
    ...counts,
    cells: told.map(({ ids: few, ...cell }) => ({
      ...cell,
      cases: few.flatMap((id) => {
        const one = byId.get(id);
        return one && casePolicy.read(viewer, one) ? [one] : [];
      }),
    })),
  };
}
