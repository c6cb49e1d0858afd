import type { Socket as Stream } from 'node:net';
import { type ChangedPlaces, followMap } from '#server/map/index.ts';
import { areasAround, changedAreas, EVERYWHERE, heardAreas } from '#shared/domain/map/areas.ts';
import { Crowds } from './crowds.ts';
import { eventFrame } from './frame.ts';
import type { Teller } from './teller.ts';

/** A map that is moved without rest says four times a second at the most what it shows; more than that is no map. */
const [MOST_MOVES, WINDOW_MS] = [60, 10_000];
/** What all frames about the map are about: whoever missed some hears of the whole city. */
const SUBJECT = 'map';

/** Open maps, by the areas that they show. */
export interface MapWatch {
  /** A map over one connection: it says which areas it shows, and whether it is heard is answered. */
  begin(stream: Stream): (areas: unknown) => boolean;
  /** The connection shows no map any more. */
  end(stream: Stream): void;
  close(): void;
}
/** Tells maps where something changed, as this process answers it: the areas and nothing else, in one frame for all of them. */
export function watchMap(teller: Teller): MapWatch {
  const crowds = new Crowds();
  const everywhere = eventFrame('map.changed', { areas: [EVERYWHERE] });
  const tell = (where: ChangedPlaces): void => {
    const isEverywhere = where === null;
    const to = isEverywhere ? crowds.everybody() : crowds.in(areasAround(where));
    const frame = isEverywhere ? everywhere : eventFrame('map.changed', { areas: changedAreas(where) });
    teller.tell(to, { frame, late: everywhere, subject: SUBJECT });
  };
  const unfollow = followMap(tell);
  return {
    begin(stream) {
      let [moves, windowEnd] = [0, 0];
      return (said) => {
        const at = performance.now();
        if (at > windowEnd) [moves, windowEnd] = [0, at + WINDOW_MS];
        moves += 1;
        const areas = moves > MOST_MOVES ? null : heardAreas(said);
        if (areas && stream.writable) crowds.move(stream, areas);
        return areas !== null;
      };
    },
    end: (stream) => crowds.move(stream, []),
    close: unfollow,
  };
}
