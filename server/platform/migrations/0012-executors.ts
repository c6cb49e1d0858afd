import type { Migration } from './migration.ts';

const DAY_S = 86_400;

/** Letters to executors and their superiors, each told once; links by which somebody without an account works on a case. */
export const executors: Migration = {
  id: '0012-executors',
  async up(db) {
    await db.collection('executor_letters').createIndexes([
      { key: { staffId: 1, on: 1, kind: 1 }, name: 'once', unique: true },
      { key: { at: 1 }, name: 'age', expireAfterSeconds: 180 * DAY_S },
    ]);
    await db.collection('executor_steps').createIndexes([
      { key: { caseId: 1, departmentId: 1, step: 1, termKey: 1, staffId: 1 }, name: 'once', unique: true },
      { key: { at: 1 }, name: 'age', expireAfterSeconds: 800 * DAY_S },
    ]);
    await db.collection('work_links').createIndexes([
      { key: { digest: 1 }, name: 'digest', unique: true },
      { key: { caseId: 1 }, name: 'case' },
    ]);
    await db.createCollection('executor_rounds').catch(() => undefined);
  },
};
