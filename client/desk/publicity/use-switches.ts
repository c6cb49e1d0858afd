import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Brought } from '#shared/contract/endpoint.ts';
import { readSwitches, turnSwitch } from '#shared/contract/moderation.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** A turn of a switch that somebody asks for. */
export interface Turn {
  districtCode: string;
  isHidden: boolean;
  reason: string;
}
/** How the switches of the districts stand, and the way to turn one. */
export interface Switches {
  /** Null until it has come. */
  now: Brought<typeof readSwitches> | null;
  /** Why it could not be had. */
  trouble: Trouble | null;
  load: () => void;
  isTurning: boolean;
  /** Why the last turn was not made. */
  refused: Trouble | null;
  /** Forgets a refusal, before another turn is asked for. */
  begin: () => void;
  /** Answers whether the switch was turned. */
  turn: (turn: Turn) => Promise<boolean>;
}
/** Keeps the switches of the districts. */
export function useSwitches(): Switches {
  const { ask, words } = useDesk();
  const { offline, kept } = words.desk.trouble;
  const [now, setNow] = useState<Switches['now']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [refused, setRefused] = useState<Trouble | null>(null);
  const [isTurning, setTurning] = useState(false);
  const isBusy = useRef(false);

  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setNow(await ask(readSwitches, {}));
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => void load(), [load]);

  const turn: Switches['turn'] = async (body) => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setTurning(true);
    setRefused(null);
    try {
      const { hidden } = await ask(turnSwitch, { body });
      setNow((before) => ({ turns: before?.turns ?? [], hidden }));
      void load();
      return true;
    } catch (error) {
      setRefused(troubleOf(error, kept));
      return false;
    } finally {
      isBusy.current = false;
      setTurning(false);
    }
  };
  return { now, trouble, load: () => void load(), isTurning, refused, begin: () => setRefused(null), turn };
}
