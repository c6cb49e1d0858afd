import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { type DeskPetition, readDeskPetition } from '#shared/contract/petition-desk.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

interface Shown {
  /** Null while it is on its way, and where there is none. */
  petition: DeskPetition | null;
  isAbsent: boolean;
  trouble: Trouble | null;
}
/** The open petition, as far as it is here. */
export interface OpenPetition extends Shown {
  /** Puts a card that came with an answer in place of the shown one. */
  take: (petition: DeskPetition) => void;
  /** Asks again; what is shown stays meanwhile. */
  refresh: () => void;
}
const NOTHING: Shown = { petition: null, isAbsent: false, trouble: null };

/** Keeps the petition with this id open. */
export function usePetition(petitionId: string | null): OpenPetition {
  const { ask, words } = useDesk();
  const { offline } = words.desk.trouble;
  /** What arrived last, and of which petition; of another than the wanted one it is not shown. */
  const [held, setHeld] = useState<{ id: string; shown: Shown } | null>(null);
  const wanted = useRef(petitionId);
  wanted.current = petitionId;
  const take = useCallback((petition: DeskPetition) => {
    if (wanted.current === petition.id) setHeld({ id: petition.id, shown: { ...NOTHING, petition } });
  }, []);
  const load = useCallback(async (): Promise<void> => {
    if (!petitionId) return;
    try {
      take(await ask(readDeskPetition, { params: { id: petitionId } }));
    } catch (error) {
      const isAbsent = error instanceof Refusal && error.problem.code === 'not-found';
      const trouble = isAbsent ? null : troubleOf(error, offline);
      if (wanted.current === petitionId) setHeld({ id: petitionId, shown: { ...NOTHING, isAbsent, trouble } });
    }
  }, [petitionId, ask, offline, take]);
  useEffect(() => void load(), [load]);
  const shown = held?.id === petitionId ? held.shown : NOTHING;
  return { ...shown, take, refresh: () => void load() };
}
