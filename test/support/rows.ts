import type { CaseRow } from '#shared/contract/register.ts';

/** A line of the register that nothing is special about; `n` tells lines apart, in their ids too. */
export const aRow = (n: number, over: Partial<CaseRow> = {}): CaseRow => ({
  id: n.toString(16).padStart(24, '0'),
  number: `26000${String(n).padStart(4, '0')}0`,
  regime: 'appeal',
  status: 'submitted',
  publicStatus: 'received',
  channel: 'web',
  registrationIndex: null,
  receivedAt: '2026-03-01T08:00:00.000Z',
  dueOn: '2026-04-01',
  isOverdue: false,
  categoryCode: 'trees',
  place: { address: 'вул. Торгова, 14', description: null, point: null },
  priority: 'none',
  department: null,
  version: 0,
  ...over,
});
