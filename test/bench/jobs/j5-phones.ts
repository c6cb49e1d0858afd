import { mkdtempSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import type { Message } from '#server/standalone/phone-simulator/messages.ts';
import type { PhoneText } from '#server/standalone/phone-simulator/phone-simulator.ts';
import { freePort } from '#server/standalone/ports.ts';
import type { Running } from '../../support/processes.ts';
import { ACCOUNT } from '../../support/simulator.ts';
import type { BenchCity, Settings } from '../city.ts';

/** A process whose clock is so many milliseconds ahead. */
export const onClock = (shiftMs: number): Settings => ({ NODE_ENV: 'test', VIDHUK_CLOCK: `+${shiftMs}` });
/** The provider in a process of its own, and what its phones got. */
export interface Phones {
  /** What a worker is told, to send there. */
  settings: Settings;
  texts(): Promise<PhoneText[]>;
  /** The callback address of each text that was ever taken, which names its delivery, also where the text is deleted by now. */
  taken(): Promise<(string | null)[]>;
  stop(): Promise<unknown>;
}
/** The provider has machines of its own: it does not wait for ours, and counts what comes when it comes. Where that may not be asked for, it waits. */
function goFirst(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_HIGHEST);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw cause;
  }
}
/** Starts the provider; it takes no more than so many within any second (null: as many as come), and says no more of what it took, for here the sending alone is measured. */
export async function startPhones(city: BenchCity, perSecond: number | null, shiftMs: number): Promise<Phones> {
  const [url, mail] = [`http://127.0.0.1:${await freePort()}`, `smtp://127.0.0.1:${await freePort()}`];
  const settings = {
    TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
    TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
    TWILIO_MESSAGING_SERVICE_SID: ACCOUNT.messagingServiceSid,
    TWILIO_API_URL: url,
  };
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-phones-'));
  const simulator = await city.run('dist/simulator.js', {
    ...settings,
    ...onClock(shiftMs),
    SMTP_URL: mail,
    VIDHUK_DATA_DIR: folder,
  });
  goFirst(simulator.pid);
  const moods = { perSecond, callbacks: 'off', ending: 'none' };
  const headers = { 'content-type': 'application/json' };
  const set = await fetch(`${url}/control`, { method: 'PUT', headers, body: JSON.stringify(moods) });
  if (!set.ok) throw new Error('the provider knows no such mood');
  return {
    settings: { ...settings, ...(perSecond && { SMS_PER_SECOND: String(perSecond) }) },
    texts: async () => (await fetch(`${url}/texts`)).json() as Promise<PhoneText[]>,
    async taken() {
      const taken = (await (await fetch(`${url}/taken`)).json()) as Pick<Message, 'statusCallback'>[];
      return taken.map(({ statusCallback }) => statusCallback);
    },
    stop: simulator.stop,
  };
}

/** Two workers, on a clock that is so many minutes ahead. */
export async function startWorkers(city: BenchCity, settings: Settings, shiftMs: number): Promise<Running[]> {
  const over = { ...settings, ...onClock(shiftMs) };
  return Promise.all([1, 2].map(() => city.run('dist/work.js', over)));
}

/** How many messages of a case are in one of these states. */
export const countIn = (caseId: string, ...states: string[]): Promise<number> =>
  DeliveryModel.countDocuments({ 'subject.kind': 'case', 'subject.id': caseId, state: { $in: states as never[] } });
