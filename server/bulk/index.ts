/** Bulk: one thing for many cases, ordered at once, taken back within ten seconds, carried out case by case. The only door into this folder. */

export { carryOutOrders } from './commands/carry-out.ts';
