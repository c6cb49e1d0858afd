import { setTimeout as pause } from 'node:timers/promises';
import { Types } from 'mongoose';
import { database } from '#server/platform/database.ts';
import { OutboxModel } from '#server/platform/outbox.ts';
import { CaseModel } from '#server/register/case.model.ts';
import type { Position } from '#shared/domain/map/mercator.ts';
import { areaOf } from '../load/live-places.ts';

/** States that look different on the map. */
const TURNS = [
  { status: 'registered', publicStatus: 'received' },
  { status: 'in_progress', publicStatus: 'in_work' },
] as const;
/** Cases are looked at, so many for each that is wanted. */
const SPARE = 100;

/** Where each server hears of changes: apart, so that only the one that is measured is at work. */
const HEARD_IN = { ours: OutboxModel.collection.name, naive: 'naive_outbox' } as const;

/** Public cases that change in the store as commands would change them, and where they lie. */
export interface Changing {
  areas: readonly string[];
  /** Each of them changes so many times, one change every so many milliseconds; one server hears of it. */
  change(hears: keyof typeof HEARD_IN, times: number, everyMs: number): Promise<void>;
  restore(): Promise<void>;
}
/** So many cases that everybody may see, each in an area of its own. */
export async function casesToChange(wanted: number): Promise<Changing> {
  const found = await CaseModel.find({
    'publication.state': { $in: ['public', 'anonymised'] },
    'publication.visibleFrom': { $lte: new Date() },
    'publication.point': { $ne: null },
  })
    .sort({ _id: 1 })
    .limit(wanted * SPARE)
    .select('status publication.point')
    .lean<{ _id: Types.ObjectId; status: string; publication: { point: { coordinates: Position } } }[]>();
  const byArea = new Map(found.map((one) => [areaOf(one.publication.point.coordinates), one]));
  const chosen = [...byArea].slice(0, wanted);
  if (chosen.length < wanted) throw new Error(`only ${chosen.length} areas have a case to change`);
  let turn = 0;
  const setTo = async (
    hears: keyof typeof HEARD_IN,
    _id: Types.ObjectId,
    { status, publicStatus }: (typeof TURNS)[number],
  ): Promise<void> => {
    await CaseModel.collection.updateOne({ _id }, { $set: { status } });
    await database()
      .collection(HEARD_IN[hears])
      .insertOne({
        ...{ _id: new Types.ObjectId(), kind: 'appeal.accepted', v: 1, at: new Date(), actorId: null },
        ...{ subject: { kind: 'case', id: String(_id) }, facts: { publicStatus }, pending: [] },
      });
  };
  return {
    areas: chosen.map(([area]) => area),
    async change(hears, times, everyMs) {
      const began = performance.now();
      let made = 0;
      for (let time = 0; time < times; time += 1) {
        turn += 1;
        for (const [, { _id }] of chosen) {
          await setTo(hears, _id, TURNS[turn % 2] ?? TURNS[0]);
          made += 1;
          await pause(Math.max(0, began + made * everyMs - performance.now()));
        }
      }
    },
    async restore() {
      for (const [, { _id, status }] of chosen) await CaseModel.collection.updateOne({ _id }, { $set: { status } });
      await database().collection(HEARD_IN.naive).drop();
    },
  };
}
