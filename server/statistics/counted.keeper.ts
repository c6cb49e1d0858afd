import { setImmediate as immediate } from 'node:timers/promises';
import { type KeptFresh, keptFresh } from '#server/platform/columns/kept-fresh.ts';
import { type CountedCase, countedBatches, countedOf } from '#server/register/index.ts';
import { CountedColumns } from './counted-columns.ts';

/** So many cases are taken in at a time; between them the process serves whoever asks. */
const SLICE = 250;

let current = new CountedColumns();
let isKnown = true;
/** The cases that are counted, as this process knows them; null until they were read for the first time. */
export const countedCases = (): CountedColumns | null => (isKnown ? current : null);

/** Where counted cases are read. */
export interface CountedReader {
  all(): AsyncIterable<readonly CountedCase[]>;
  of(ids: readonly string[]): Promise<readonly CountedCase[]>;
}
/** Keeps the counted cases fresh. */
export type CountedKeeper = Pick<KeptFresh, 'touch' | 'reload' | 'settled' | 'close'>;
const REGISTER: CountedReader = { all: countedBatches, of: countedOf };

/** Reads the published cases into memory for counting and keeps them so; `changed` is told after each reading. One that fails is tried again. */
export function keepCounted(changed: () => void, reader: CountedReader = REGISTER): CountedKeeper {
  current = new CountedColumns();
  isKnown = false;
  const kept = keptFresh({
    async all(unwanted) {
      const fresh = new CountedColumns();
      for await (const batch of reader.all())
        for (const [nth, found] of batch.entries()) {
          if (nth % SLICE === 0) await immediate();
          if (unwanted()) return;
          fresh.put(found);
        }
      if (unwanted()) return;
      current = fresh;
      isKnown = true;
      changed();
    },
    async of(ids) {
      const gone = new Set(ids);
      for (const found of await reader.of(ids)) {
        current.put(found);
        gone.delete(found.id);
      }
      for (const id of gone) current.remove(id);
      changed();
    },
    stale: 'the statistics are as old as they were',
  });
  kept.reload();
  return kept;
}
