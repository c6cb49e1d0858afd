import * as z from 'zod/mini';
import { ZOOMS } from '#shared/domain/map/base-map.ts';
import { endpoint } from './endpoint.ts';
import { Point } from './fields.ts';
import { bbox } from './map.ts';
import { CaseRow } from './register.ts';
import { listCases } from './register-list.ts';

/** Cases of a list that lie together at a zoom. */
const CaseCell = z.object({
  /** Their middle. */
  point: Point,
  count: z.number(),
  /** They themselves where it is one, or where no nearer zoom tells them apart; else none. */
  cases: z.array(CaseRow),
});
export type CaseCell = z.infer<typeof CaseCell>;

/** The filters are those of the list, whose order and pages do not matter here. */
export const readCaseMap = endpoint({
  method: 'GET',
  path: '/api/v1/register/map',
  summary:
    'Where the cases of a list lie on a part of the map: single ones, and exact counts of those that lie together',
  query: z.extend(listCases.query, {
    bbox: bbox(),
    zoom: z.coerce.number().check(z.int(), z.gte(ZOOMS.min), z.lte(ZOOMS.max)),
  }),
  replies: {
    200: z.object({
      /** How many cases there are in the whole list, how many of them have a point, and how many of those lie here. */
      total: z.number(),
      placed: z.number(),
      seen: z.number(),
      cells: z.array(CaseCell),
    }),
  },
  problems: [],
  permission: 'staff',
});
/** What is asked of the map of a list, as the server reads it. */
export type CaseMapQuery = z.infer<typeof readCaseMap.query>;
