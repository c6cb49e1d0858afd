import type { CategoryRow } from '#server/catalogue/index.ts';
import { rowsOf } from './category.ts';
import { nature } from './nature.ts';
import { order, safety } from './order.ts';
import { cityHall, people, services } from './people.ts';
import { streets } from './streets.ts';
import { transport } from './transport.ts';
import { utilities, yards } from './yards.ts';

/** So many places are kept for each branch, so that topics can be put in between. */
const BRANCH = 100;
/** What appeals are about, in the order of the form. */
export const CATEGORIES: readonly CategoryRow[] = [
  streets,
  transport,
  yards,
  utilities,
  nature,
  order,
  safety,
  people,
  services,
  cityHall,
].flatMap((branch, i) => rowsOf(branch, i * BRANCH));
