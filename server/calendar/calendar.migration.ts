import type { Migration } from '#server/platform/migrations/migration.ts';
import { calendarSeed } from './calendar.seed.ts';

/** The first edition of the numbers of law and the special days of 2024-2099. */
export const firstCalendar: Migration = {
  id: '0002-first-calendar',
  async up(db) {
    const { days, settings } = calendarSeed();
    const keep = async (name: string, rows: readonly { _id: unknown }[]) => {
      const upserts = rows.map((row) => ({
        updateOne: { filter: { _id: row._id as never }, update: { $setOnInsert: row }, upsert: true },
      }));
      await db.collection(name).bulkWrite(upserts);
    };
    await keep('calendar_days', days);
    await keep('legal_settings', settings);
  },
};
