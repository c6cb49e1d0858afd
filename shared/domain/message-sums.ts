/** Texts added up: how many were handed over, delivered and certainly not; parts that were paid for, and kopiykas. */
export interface MessageSums {
  texts: number;
  delivered: number;
  failed: number;
  parts: number;
  kopiykas: number;
}
const NOTHING: Readonly<MessageSums> = { texts: 0, delivered: 0, failed: 0, parts: 0, kopiykas: 0 };

/** The sums of some days' texts. */
export const sumOf = (days: readonly MessageSums[]): MessageSums =>
  days.reduce<MessageSums>(
    (sum, day) => ({
      texts: sum.texts + day.texts,
      delivered: sum.delivered + day.delivered,
      failed: sum.failed + day.failed,
      parts: sum.parts + day.parts,
      kopiykas: sum.kopiykas + day.kopiykas,
    }),
    NOTHING,
  );
/** The sums of each group of days that share a key, in the order in which the keys come. */
export function sumsBy<Day extends MessageSums, Key>(
  days: readonly Day[],
  keyOf: (day: Day) => Key,
): ReadonlyMap<Key, MessageSums> {
  const sums = new Map<Key, MessageSums>();
  for (const day of days) sums.set(keyOf(day), sumOf([sums.get(keyOf(day)) ?? NOTHING, day]));
  return sums;
}
