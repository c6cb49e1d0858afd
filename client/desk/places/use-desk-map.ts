import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MapGround } from '#client/map/new-map.ts';
import type { DeskMap, DeskMapTalk, SeenPart } from './desk-map.ts';

/** How long the map rests before it is asked what lies there, in milliseconds. */
const REST_MS = 200;
/** A map in its place on the page; null while it is fetched and drawn. */
export interface MapInPlace {
  map: DeskMap | null;
  seen: SeenPart | null;
  /** True where it could not be fetched. */
  isLost: boolean;
}

/** Brings the map with its library only when it is wanted, and takes it away when it is not. */
export function useDeskMap(
  place: RefObject<HTMLDivElement | null>,
  ground: MapGround,
  talk: Omit<DeskMapTalk, 'moved'>,
): MapInPlace {
  const [map, setMap] = useState<DeskMap | null>(null);
  const [seen, setSeen] = useState<SeenPart | null>(null);
  const [isLost, setLost] = useState(false);
  const latest = useRef(talk);
  latest.current = talk;
  useEffect(() => {
    let made: DeskMap | null = null;
    let isGone = false;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const bring = async (): Promise<void> => {
      const { DeskMap: Made } = await import('./desk-map.ts');
      if (isGone || !place.current) return;
      const { lang, words } = latest.current;
      const fresh = new Made(place.current, {
        lang,
        words,
        nameOf: (cell) => latest.current.nameOf(cell),
        chose: (row) => latest.current.chose(row),
        gathered: (cases) => latest.current.gathered(cases),
        moved: () => {
          clearTimeout(resting);
          resting = setTimeout(() => setSeen(fresh.seen), REST_MS);
        },
      });
      made = fresh;
      await fresh.wake(ground);
      if (isGone) return;
      setMap(fresh);
      setSeen(fresh.seen);
    };
    bring().catch(() => setLost(true));
    return () => {
      isGone = true;
      clearTimeout(resting);
      made?.close();
    };
  }, []);
  return { map, seen, isLost };
}
