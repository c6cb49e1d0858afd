import mongoose from 'mongoose';
import { createApp } from '#server/app.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { beginSession, StaffModel } from '#server/identity/index.ts';
import { makeSnapshot } from '#server/open-data/index.ts';
import { CLIENT_FOLDER, useClientIn } from '#server/pages/assets.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { database } from '#server/platform/database.ts';
import { seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { freePort } from '#server/standalone/ports.ts';
import { mongodbUri, redisUrl, useDatabase } from './database.ts';
import { type GuardedCase, guardedCity } from './guarded-city.ts';
import { KEYS } from './keys.ts';
import { PATIENT, type Running, startProcess } from './processes.ts';
import { type Route, routesOf } from './routes.ts';
import type { MayRead, Seen, Watch } from './stranger-watch.ts';

const DAY_MS = 86_400_000;
/** A Tuesday in Kyiv, ten in the morning. */
const TUESDAY = Date.parse('2026-03-03T10:00:00+02:00');
/** So long ago the first half of the cases came in: some of them are late by now. */
const BEFORE_MS = 45 * DAY_MS;
/** Of another secret city there would be another number here. */
const SEED = 20_260_303;

/** What somebody sends; a body makes it a post. */
export interface Asked {
  address: string;
  headers?: Readonly<Record<string, string>>;
  method?: string;
  form?: Readonly<Record<string, string>>;
  json?: object;
}
/** An answer with its status. */
export interface Answered extends Seen {
  status: number;
  /** What was sent, without what was said of it. */
  text: string;
}
/** The guarded city behind two real web processes, as if two people had come by different ones. */
export interface GuardedSite {
  cases: readonly GuardedCase[];
  routes: readonly Route[];
  /** Addresses of prepared answers. */
  prepared: readonly string[];
  /** Where strangers ask. */
  origin: string;
  /** The other process, where staff work. */
  otherOrigin: string;
  /** Begins a session of the demo's member of staff of that login. */
  staffToken(login: string): Promise<string>;
  /** Starts one more web process for a while, on a copy of the database with no other cases than these. */
  withNoOtherCases(ids: readonly string[], use: (origin: string) => Promise<void>): Promise<void>;
}

/** Sends one request and reads the whole answer; nothing is followed, nothing kept. */
export async function ask(origin: string, { address, headers = {}, method, form, json }: Asked): Promise<Answered> {
  const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form) : null;
  const type = json ? { 'content-type': 'application/json' } : {};
  const answer = await fetch(origin + address, {
    method: method ?? (body === null ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: { 'accept-encoding': 'identity', 'sec-fetch-site': 'same-origin', ...type, ...headers },
    body,
  });
  const content = Buffer.from(await answer.arrayBuffer());
  // Where one is sent on to, and what is to be kept, tells as much as a page does.
  const told = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const seenType = answer.headers.get('content-type') ?? '';
  const seen = /^image\/(?!svg)/.test(seenType) ? content : Buffer.concat([Buffer.from(told), content]);
  return { address, type: seenType, body: seen, status: answer.status, text: String(content) };
}
/** So many requests are under way at once. */
const AT_ONCE = 12;
/** Asks for all of it, and answers with every leak, each with the address where it was found. Throws where an answer is no answer. */
export async function leaksAt(
  origin: string,
  all: readonly Asked[],
  watch: Watch,
  mayRead?: MayRead,
): Promise<string[]> {
  const leaks: string[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let one = all[next++]; one; one = all[next++]) {
      const answer = await ask(origin, one);
      if (answer.status === 429 || answer.status >= 500) throw new Error(`${one.address}: ${answer.status}`);
      for (const leak of await watch(answer, mayRead)) leaks.push(`${one.method ?? ''} ${one.address}: ${leak}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return leaks;
}

/** Gives the tests of one `describe` the guarded city. */
export function useGuardedSite(count: number): GuardedSite {
  const name = useDatabase();
  const site = {} as GuardedSite;
  const running: Running[] = [];
  const shiftMs = TUESDAY - Date.now();
  const startWeb = async (on: string): Promise<string> => {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const env = {
      ...KEYS,
      ...PATIENT,
      MONGODB_URI: mongodbUri(on),
      REDIS_URL: redisUrl(),
      PORT: String(port),
      PUBLIC_URL: origin,
      RATE_LIMIT_SCALE: '1000',
      VIDHUK_CLOCK: String(shiftMs),
      TWILIO_AUTH_TOKEN: 'a-token-of-the-tests-alone-32-chars',
    };
    running.push(await startProcess('server/main.ts', env));
    return origin;
  };
  before(async function start() {
    this.timeout(300_000);
    useClientIn(CLIENT_FOLDER); // other tests of this process may have put their own in its place
    shiftClock(shiftMs - BEFORE_MS);
    const { routes, lane } = createApp({
      config: {
        ...KEYS,
        PUBLIC_URL: 'https://vidhuk.example',
        TRUSTED_PROXIES: 0,
        RATE_LIMIT_SCALE: 1,
        TWILIO_AUTH_TOKEN: undefined,
      },
      dependencies: [],
      isDraining: () => false,
      figures: () => ({ year: 2026, received: 0, inWork: 0, answered: 0 }),
    });
    await loadCalendar();
    await seedReference();
    await seedStaff();
    site.routes = routesOf(routes);
    site.prepared = lane.paths();
    site.cases = await guardedCity(count, SEED, () => shiftClock(shiftMs));
    await makeSnapshot();
    [site.origin, site.otherOrigin] = await Promise.all([startWeb(name), startWeb(name)]);
  });
  after(async () => {
    await Promise.all(running.map((process) => process.stop()));
    shiftClock(0);
  });
  site.staffToken = async (login) => {
    const found = await StaffModel.findOne({ login }).select('_id').lean();
    return (await beginSession({ kind: 'staff', staffId: String(found?._id) })).token;
  };
  site.withNoOtherCases = async (ids, use) => {
    const copy = `${name}-copy`;
    const only = { _id: { $in: ids.map((id) => new mongoose.Types.ObjectId(id)) } };
    for (const { name: coll } of await database().listCollections({ type: 'collection' }).toArray())
      await database()
        .collection(coll)
        .aggregate([{ $match: coll === 'cases' ? only : {} }, { $out: { db: copy, coll } }])
        .toArray();
    try {
      await use(await startWeb(copy));
    } finally {
      await running.pop()?.stop();
      await mongoose.connection.getClient().db(copy).dropDatabase();
    }
  };
  return site;
}
