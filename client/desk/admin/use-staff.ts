import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Brought } from '#shared/contract/endpoint.ts';
import {
  actOnStaff,
  changeRole,
  changeStaff,
  createRole,
  createStaff,
  listStaff,
  type NewStaff,
  type RoleFacts,
  removeRole,
  type StaffDeed,
  type StaffMember,
  type StaffRole,
} from '#shared/contract/staff.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { type Sending, useSending } from '../form/use-sending.ts';

/** An account after something was done to it, with the one-time password where one was made. */
export type ToldMember = Brought<typeof createStaff>;
/** The accounts of the city's staff, and what can be done to them. */
export interface Staff extends Sending {
  /** Null until they have come. */
  all: { items: StaffMember[]; roles: StaffRole[] } | null;
  trouble: Trouble | null;
  load: () => void;
  /** Opens an account, or changes the one of this id; null where it was refused. */
  save: (id: string | null, facts: NewStaff) => Promise<ToldMember | null>;
  act: (id: string, deed: StaffDeed) => Promise<ToldMember | null>;
  /** Makes a role, or changes one; null where it was refused. */
  saveRole: (of: StaffRole | null, facts: RoleFacts) => Promise<StaffRole | null>;
  /** Takes a role away; answers whether that was done. */
  removeRole: (role: string) => Promise<boolean>;
}
/** Keeps the accounts of staff. */
export function useStaff(): Staff {
  const { ask, words } = useDesk();
  const { offline } = words.desk.trouble;
  const [all, setAll] = useState<Staff['all']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { send, ...sending } = useSending();

  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setAll(await ask(listStaff, {}));
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => void load(), [load]);

  /** Carries out what changes accounts, which are then read again. */
  const change = <T>(work: () => Promise<T>): Promise<T | null> =>
    send(async () => {
      const told = await work();
      await load();
      return told;
    });
  return {
    all,
    trouble,
    load: () => void load(),
    ...sending,
    save: (id, { login, ...facts }) =>
      change(() =>
        id ? ask(changeStaff, { params: { id }, body: facts }) : ask(createStaff, { body: { login, ...facts } }),
      ),
    act: (id, deed) => change(() => ask(actOnStaff, { params: { id, deed }, body: {} })),
    saveRole: (of, { name, permissions, needsTotp }) => {
      const body = { name, permissions, needsTotp };
      return change(() =>
        of
          ? ask(changeRole, { params: { role: of.id }, body: { expectedVersion: of.version, ...body } })
          : ask(createRole, { body }),
      );
    },
    removeRole: async (role) => (await change(() => ask(removeRole, { params: { role } }))) !== null,
  };
}
