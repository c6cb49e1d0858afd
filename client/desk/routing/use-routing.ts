import { useCallback, useEffect, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import * as contract from '#shared/contract/routing.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf, troubleSaying } from '../form/trouble.ts';
import { type Sending, useSending } from '../form/use-sending.ts';

/** The rules, and the ways to change them; each answers whether it was done. */
export interface Routing extends Sending {
  /** Null until they have come. */
  set: contract.RuleSet | null;
  /** Of the rules, newest first. */
  changes: readonly contract.RuleChange[];
  trouble: Trouble | null;
  load: () => void;
  save: (id: string | null, rule: contract.TypedRule) => Promise<boolean>;
  order: (ids: string[]) => Promise<boolean>;
  turn: (id: string, isOn: boolean) => Promise<boolean>;
  remove: (id: string) => Promise<boolean>;
}
const isStale = (error: unknown): boolean => error instanceof Refusal && error.problem.code === 'version.stale';

/** Keeps the rules; where somebody else was quicker, theirs are shown and the person is told. */
export function useRouting(): Routing {
  const { ask, words } = useDesk();
  const { offline } = words.desk.trouble;
  const [set, setSet] = useState<contract.RuleSet | null>(null);
  const [changes, setChanges] = useState<Routing['changes']>([]);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [wasLate, setLate] = useState(false);
  const { send, refused, begin, isSending } = useSending();

  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      const came = await ask(contract.listRules, {});
      setSet(came);
      setChanges(came.changes);
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => void load(), [load]);

  const change = async (work: (expectedVersion: number) => Promise<contract.RuleSet>): Promise<boolean> => {
    setLate(false);
    const changed = await send(async () => {
      try {
        return await work(set?.version ?? 0);
      } catch (error) {
        if (!isStale(error)) throw error;
        setLate(true);
        return null;
      }
    });
    if (changed) setSet(changed);
    void load();
    return changed !== null;
  };
  return {
    set,
    changes,
    trouble,
    load: () => void load(),
    isSending,
    refused: wasLate ? troubleSaying(words.routing.stale) : refused,
    begin: () => {
      setLate(false);
      begin();
    },
    save: (id, rule) => change((expectedVersion) => ask(contract.putRule, { body: { expectedVersion, id, rule } })),
    order: (ids) => change((expectedVersion) => ask(contract.orderRules, { body: { expectedVersion, ids } })),
    turn: (id, isOn) =>
      change((expectedVersion) => ask(contract.switchRule, { params: { id }, body: { expectedVersion, isOn } })),
    remove: (id) =>
      change((expectedVersion) => ask(contract.removeRule, { params: { id }, body: { expectedVersion } })),
  };
}
