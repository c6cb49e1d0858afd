/** Things by their keys, of which one may have several or none. */
export function grouped<Key, Thing>(
  things: Iterable<Thing>,
  keysOf: (thing: Thing) => readonly Key[],
): Map<Key, Thing[]> {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things)
    for (const key of keysOf(thing)) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  return groups;
}
