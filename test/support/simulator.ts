import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PhoneText, startPhoneSimulator } from '#server/standalone/phone-simulator/phone-simulator.ts';

/** The account that tests have with the simulator. */
export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a token for tests only',
  messagingServiceSid: `MG${'2'.repeat(32)}`,
} as const;

/** A phone simulator of one `describe`, good again before each test. */
export interface Simulator {
  url: string;
  /** Changes its moods: `{create: 'busy', times: 2}`. */
  behave(moods: object): Promise<void>;
  /** A phone answers a text, with STOP or START. */
  reply(from: string, body: string): Promise<void>;
  /** What one phone got, or all of them. */
  texts(to?: string): Promise<PhoneText[]>;
  /** Stops it and starts it again on the same port and file. */
  restart(): Promise<void>;
}
const json = (method: string, body: object) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Starts a simulator for the tests of one `describe`. */
export function useSimulator(stepMs = 5): Simulator {
  let running: Awaited<ReturnType<typeof startPhoneSimulator>>;
  let folder = '';
  /** Each request on a connection of its own: one that was kept would be dead after a restart. */
  const ask = (path: string, { headers, ...init }: RequestInit = {}): Promise<Response> =>
    fetch(running.url + path, { ...init, headers: { ...(headers as Record<string, string>), connection: 'close' } });
  const start = async (port = 0): Promise<void> => {
    running = await startPhoneSimulator({ ...ACCOUNT, port, folder, stepMs });
  };
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vidhuk-phone-'));
    await start();
  });
  beforeEach(async () => {
    await ask('/control', { method: 'DELETE' });
  });
  after(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });
  return {
    get url() {
      return running.url;
    },
    async behave(moods) {
      const { ok } = await ask('/control', json('PUT', moods));
      if (!ok) throw new Error('the simulator knows no such mood');
    },
    async reply(from, body) {
      await ask('/control/replies', json('POST', { from, body }));
    },
    async texts(to) {
      const query = to ? `?${new URLSearchParams({ to })}` : '';
      return (await ask(`/texts${query}`)).json() as Promise<PhoneText[]>;
    },
    async restart() {
      const port = Number(new URL(running.url).port);
      await running.close();
      await start(port);
    },
  };
}
