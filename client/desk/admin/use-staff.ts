import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Brought } from '#shared/contract/endpoint.ts';
import {
  actOnStaff,
  changeRole,
  changeStaff,
  createStaff,
  listStaff,
  type NewStaff,
  type StaffDeed,
  type StaffMember,
  type StaffRole,
} from '#shared/contract/staff.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** An account after something was done to it, with the one-time password where one was made. */
export type ToldMember = Brought<typeof createStaff>;
/** The accounts of the city's staff, and what can be done to them. */
export interface Staff {
  /** Null until they have come. */
  all: { items: StaffMember[]; roles: StaffRole[] } | null;
  trouble: Trouble | null;
  load: () => void;
  isSending: boolean;
  /** Why the last thing was not done. */
  refused: Trouble | null;
  /** Forgets a refusal, before something else is tried. */
  begin: () => void;
  /** Opens an account, or changes the one of this id; null where it was refused. */
  save: (id: string | null, facts: NewStaff) => Promise<ToldMember | null>;
  act: (id: string, deed: StaffDeed) => Promise<ToldMember | null>;
  /** Says whether a role needs a second factor; answers whether that was done. */
  need: (role: string, needsTotp: boolean) => Promise<boolean>;
}
/** Keeps the accounts of staff. */
export function useStaff(): Staff {
  const { ask, words } = useDesk();
  const { offline, kept } = words.desk.trouble;
  const [all, setAll] = useState<Staff['all']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [refused, setRefused] = useState<Trouble | null>(null);
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);

  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setAll(await ask(listStaff, {}));
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => void load(), [load]);

  const sending = async <T>(send: () => Promise<T>): Promise<T | null> => {
    if (isBusy.current) return null;
    isBusy.current = true;
    setSending(true);
    setRefused(null);
    try {
      const told = await send();
      await load();
      return told;
    } catch (error) {
      setRefused(troubleOf(error, kept));
      return null;
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };
  return {
    all,
    trouble,
    load: () => void load(),
    isSending,
    refused,
    begin: () => setRefused(null),
    save: (id, { login, ...facts }) =>
      sending(() =>
        id ? ask(changeStaff, { params: { id }, body: facts }) : ask(createStaff, { body: { login, ...facts } }),
      ),
    act: (id, deed) => sending(() => ask(actOnStaff, { params: { id, deed }, body: {} })),
    need: async (role, needsTotp) =>
      (await sending(() => ask(changeRole, { params: { role }, body: { needsTotp } }))) !== null,
  };
}
