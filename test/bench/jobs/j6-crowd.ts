import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#server/standalone/ports.ts';
import type { BenchCity } from '../city.ts';
import type { Heard } from '../load/live-clients.ts';
import { figuresIn, type ProcessFigures } from '../load/process-figures.ts';

/** Open maps share so many processes: they are as many as the machine has cores at home. */
const PROCESSES = 2;
/** Nothing more is heard for so long: all is told. */
const QUIET_MS = 600;

/** A server that maps are open at. */
export interface LiveSite {
  base: string;
  figures(): Promise<ProcessFigures>;
}
const json = async <A>(address: string, init?: RequestInit): Promise<A> =>
  (await (await fetch(address, init)).json()) as A;

/** Starts the product's own web process, the rival and the floor, each in a process of its own. */
export async function startSites(city: BenchCity): Promise<Record<'ours' | 'naive' | 'floor', LiveSite>> {
  const start = async (entry: string): Promise<string> => {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    await city.run(entry, { PORT: String(port), PUBLIC_URL: base });
    return base;
  };
  const plain = (base: string): LiveSite => ({ base, figures: () => json(`${base}/figures`) });
  const ours = await start('dist/web.js');
  return {
    ours: {
      base: ours,
      figures: async () => figuresIn(await (await fetch(`${ours}/metrics`)).text()),
    },
    naive: plain(await start('test/bench/naive/naive-live.ts')),
    floor: plain(await start('test/bench/naive/bare-live.ts')),
  };
}
/** Sends one frame to everybody at the floor. */
export const sendBare = (site: LiveSite, words: string): Promise<unknown> =>
  json(site.base, { method: 'POST', body: words });

/** Many open maps, the same at every server. */
export interface Crowd {
  /** Opens all of them at the nth server. */
  open(site: number): Promise<void>;
  reset(site: number): Promise<void>;
  /** What all of them heard since then, once nothing more comes. */
  heard(site: number): Promise<Heard>;
}
/** Starts the processes of the maps; `sites` are the servers' addresses. */
export async function startCrowd(city: BenchCity, sockets: number, sites: readonly string[]): Promise<Crowd> {
  const each = Math.ceil(sockets / PROCESSES);
  const bases = await Promise.all(
    Array.from({ length: PROCESSES }, async (_, nth) => {
      const port = String(await freePort());
      const settings = { PORT: port, SITES: sites.join(' '), FIRST: String(nth * each), SOCKETS: String(each) };
      await city.run('test/bench/load/live-clients.ts', settings);
      return `http://127.0.0.1:${port}`;
    }),
  );
  const ask = (what: string, site: number): Promise<Heard[]> =>
    Promise.all(bases.map((base) => json<Heard>(`${base}/${what}?site=${site}`)));
  const sum = (all: readonly Heard[]): Heard => ({
    frames: all.reduce((sum, { frames }) => sum + frames, 0),
    events: all.reduce((sum, { events }) => sum + events, 0),
    firstMs: Math.min(...all.filter(({ frames }) => frames > 0).map(({ firstMs }) => firstMs)),
    lastMs: Math.max(...all.map(({ lastMs }) => lastMs)),
  });
  return {
    open: async (site) => void (await ask('open', site)),
    reset: async (site) => void (await ask('reset', site)),
    async heard(site) {
      for (let before = -1; ; await pause(QUIET_MS)) {
        const now = sum(await ask('heard', site));
        if (now.frames === before) return now;
        before = now.frames;
      }
    },
  };
}
