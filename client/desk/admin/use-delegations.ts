import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  listDelegations,
  makeDelegation,
  type NewDelegation,
  revokeDelegation,
  type StaffDelegation,
} from '#shared/contract/delegations.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { type Sending, useSending } from '../form/use-sending.ts';

/** Who works in whose place, and what can be done about it. */
export interface Delegations extends Sending {
  /** Null until they have come. */
  items: readonly StaffDelegation[] | null;
  trouble: Trouble | null;
  load: () => void;
  /** Answers what was made or taken back; null where it was refused. */
  make: (asked: NewDelegation) => Promise<StaffDelegation | null>;
  revoke: (id: string) => Promise<StaffDelegation | null>;
}
/** Keeps who works in whose place. */
export function useDelegations(): Delegations {
  const { ask, words } = useDesk();
  const { offline } = words.desk.trouble;
  const [items, setItems] = useState<Delegations['items']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { send, ...sending } = useSending();
  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setItems((await ask(listDelegations, {})).items);
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => void load(), [load]);
  /** Carries out what changes them, which are then read again. */
  const change = (work: () => Promise<StaffDelegation>): Promise<StaffDelegation | null> =>
    send(async () => {
      const changed = await work();
      await load();
      return changed;
    });
  return {
    items,
    trouble,
    load: () => void load(),
    ...sending,
    make: (body) => change(() => ask(makeDelegation, { body })),
    revoke: (id) => change(() => ask(revokeDelegation, { params: { id }, body: {} })),
  };
}
