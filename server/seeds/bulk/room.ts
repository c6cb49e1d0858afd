import { freemem } from 'node:os';
import { database } from '#server/platform/database.ts';

const MB = 2 ** 20;
/** The cache with which MongoDB is filled without writing each page out as soon as it is full. */
const ROOM_MB = 1_024;

/** How large MongoDB's cache may grow, in megabytes; null where this user may not ask. */
async function cacheMb(): Promise<number | null> {
  try {
    const { wiredTiger } = await database().admin().serverStatus();
    return Math.round(wiredTiger.cache['maximum bytes configured'] / MB);
  } catch {
    return null;
  }
}
const setCache = async (megabytes: number): Promise<boolean> => {
  try {
    await database()
      .admin()
      .command({ setParameter: 1, wiredTigerEngineRuntimeConfig: `cache_size=${megabytes}M` });
    return true;
  } catch {
    return false; // not ours to decide; it only takes longer
  }
};

/**
 * Gives MongoDB a larger cache while `work` runs, where it has little, this machine has memory to spare and the user may; a
 * demo's is a quarter of a gigabyte. Takes it back after.
 */
export async function withRoom<T>(work: () => Promise<T>): Promise<T> {
  const before = await cacheMb();
  const isSpared = before !== null && before < ROOM_MB && freemem() > 4 * ROOM_MB * MB;
  const isGiven = isSpared && (await setCache(ROOM_MB));
  try {
    return await work();
  } finally {
    if (isGiven && before !== null) await setCache(before);
  }
}
