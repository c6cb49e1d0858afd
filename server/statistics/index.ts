/** Statistics: the published cases counted in memory. The only door into this folder, beside its routes. */

export { keepCounted } from './counted.keeper.ts';
export { statisticsOf } from './statistics.count.ts';
