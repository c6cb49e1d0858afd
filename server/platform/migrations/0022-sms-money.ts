import type { Migration } from './migration.ts';

/** The yearly money of the programme's lines for texts, in kopiykas (programme of 2018, items 2.1.4, 2.3.3, 2.4.3). */
const BUDGETS = { appeals: 3_200_000, deputies: 870_000, information: 3_200_000 };
const SOURCE = 'Міська програма 2018 року';

/**
 * Money for texts: what each line has a year, what a part costs, grants of money to workers, and what each text cost, by which the
 * ledger is added up; and what the desk looks at: the messages of the last days, and those that went wrong. The city enters amounts and prices of its own over these.
 */
export const smsMoney: Migration = {
  id: '0022-sms-money',
  async up(db) {
    const keep = (name: string, rows: readonly object[]) =>
      db.collection(name).bulkWrite(
        rows.map((row) => {
          const { _id, ...$setOnInsert } = row as { _id: never };
          return { updateOne: { filter: { _id }, update: { $setOnInsert }, upsert: true } };
        }),
      );
    const edition = { source: SOURCE, byId: null, version: 1 };
    await keep(
      'sms_budgets',
      Object.entries(BUDGETS).map(([line, kopiykas]) => ({
        _id: `2024-${line}`,
        line,
        year: 2024,
        kopiykas,
        ...edition,
      })),
    );
    await keep('sms_prices', [{ _id: '2024-01-01', kopiykas: 60, ...edition }]);
    await db.collection('sms_grants').createIndexes([{ key: { line: 1, on: 1 }, name: 'open' }]);
    await db.collection('deliveries').createIndexes([
      {
        key: { 'cost.line': 1, 'cost.on': 1, 'cost.isCode': 1, 'cost.kopiykas': 1 },
        name: 'spent',
        partialFilterExpression: { 'cost.on': { $exists: true } },
      },
      { key: { claimedAt: 1 }, name: 'tried', partialFilterExpression: { claimedAt: { $type: 'date' } } },
      {
        key: { state: 1, _id: -1 },
        name: 'went-wrong',
        partialFilterExpression: { state: { $in: ['undelivered', 'failed', 'unknown'] } },
      },
    ]);
  },
};
