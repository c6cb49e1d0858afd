import { randomUUID } from 'node:crypto';
import { now } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import type { Present } from '#shared/contract/live.ts';

/** Who has which case open, by the case's id; no case is there that nobody has open. */
type Open = ReadonlyMap<string, readonly Present[]>;
/** What one web process tells the others: all that is open at it, or one case alone. `asks` for theirs as well. */
interface Told {
  from: string;
  isWhole: boolean;
  asks: boolean;
  open: [caseId: string, people: Present[]][];
}
/** The way to the other web processes: what it is given to hear with, and how it tells. */
export type Carrier = (hearing: { heard: (message: string) => void; began: () => void }) => {
  tell(message: string): void;
  close(): void;
};
/** One web process alone. */
export const noCarrier: Carrier = () => ({ tell: () => undefined, close: () => undefined });

/** A process says again what is open at it so often, and is forgotten when it has not for so long; in milliseconds. */
const AGAIN_MS = 4_000;
const FORGOTTEN_MS = 12_000;

/** Each person once, with the earliest time: they may have the case open in several windows. */
function eachOnce(people: readonly Present[]): Present[] {
  const first = new Map<string, Present>();
  for (const one of people) {
    const known = first.get(one.id);
    if (!known || one.since < known.since) first.set(one.id, one);
  }
  return [...first.values()].sort((a, b) => a.since.localeCompare(b.since) || a.id.localeCompare(b.id));
}

/** What a message says; null for one that is not of this kind, for anything may come by a channel that others share. */
function toldIn(message: string): Told | null {
  try {
    const { from, isWhole, asks, open } = JSON.parse(message) as Partial<Told>;
    const isKnown = typeof from === 'string' && Array.isArray(open) && open.every((one) => Array.isArray(one?.[1]));
    return isKnown ? { from, isWhole: isWhole === true, asks: asks === true, open } : null;
  } catch {
    return null;
  }
}

/** Who has which case open at the desks of all web processes: in their memory alone, told by a carrier that may fail. */
export interface Presence {
  /** This window has this case open from now on, and no other. */
  enter(windowId: string, caseId: string, actor: Actor): void;
  /** This window has none open any more. */
  leave(windowId: string): void;
  /** Everybody who has it open, the first to come first. */
  at(caseId: string): Present[];
  close(): void;
}
/** Keeps it; `changed` hears of each case with which somebody came or went, here or elsewhere. */
export function keepPresence(carrier: Carrier, changed: (caseId: string) => void): Presence {
  const self = randomUUID();
  const windows = new Map<string, { caseId: string; person: Present }>();
  const elsewhere = new Map<string, { open: Map<string, Present[]>; heardAt: number }>();

  const here = (caseId: string): Present[] =>
    [...windows.values()].flatMap((window) => (window.caseId === caseId ? window.person : []));
  const say = (what: Omit<Told, 'from'>): void => way.tell(JSON.stringify({ from: self, ...what } satisfies Told));
  const sayAll = (asks: boolean): void => {
    const cases = [...new Set([...windows.values()].map(({ caseId }) => caseId))];
    say({ isWhole: true, asks, open: cases.map((caseId) => [caseId, here(caseId)]) });
  };
  const turned = (caseId: string): void => {
    changed(caseId);
    say({ isWhole: false, asks: false, open: [[caseId, here(caseId)]] });
  };
  const tellOf = (before: Open, after: Open): void => {
    for (const caseId of new Set([...before.keys(), ...after.keys()]))
      if (JSON.stringify(before.get(caseId) ?? []) !== JSON.stringify(after.get(caseId) ?? [])) changed(caseId);
  };
  const heard = (message: string): void => {
    const told = toldIn(message);
    if (!told || told.from === self) return;
    const { from, isWhole, asks, open } = told;
    const before = elsewhere.get(from)?.open ?? new Map<string, Present[]>();
    const after = new Map([...(isWhole ? [] : before), ...open].filter(([, people]) => people.length > 0));
    elsewhere.set(from, { open: after, heardAt: performance.now() });
    tellOf(before, after);
    if (asks) sayAll(false);
  };
  const way = carrier({ heard, began: () => sayAll(true) });
  const again = setInterval(() => {
    if (windows.size > 0) sayAll(false);
    for (const [process, { open, heardAt }] of elsewhere)
      if (performance.now() - heardAt > FORGOTTEN_MS) {
        elsewhere.delete(process);
        tellOf(open, new Map());
      }
  }, AGAIN_MS);

  const leave = (windowId: string): void => {
    const left = windows.get(windowId);
    windows.delete(windowId);
    if (left) turned(left.caseId);
  };
  return {
    enter(windowId, caseId, { id, name = '' }) {
      if (windows.get(windowId)?.caseId === caseId) return;
      leave(windowId);
      windows.set(windowId, { caseId, person: { id, name, since: now().toISOString() } });
      turned(caseId);
    },
    leave,
    at: (caseId) =>
      eachOnce([...here(caseId), ...[...elsewhere.values()].flatMap(({ open }) => open.get(caseId) ?? [])]),
    close() {
      clearInterval(again);
      windows.clear();
      sayAll(false);
      way.close();
    },
  };
}
