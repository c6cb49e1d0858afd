/** Papers: documents as PDF, in Ukrainian. The only door into this folder. */

export { overduePack } from './overdue-pack.ts';
