import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type Wiring } from '#server/app.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { CategoryModel, DepartmentModel, loadCatalogue } from '#server/catalogue/index.ts';
import { homeBuffers } from '#server/home-buffers.ts';
import type { LoadGuard } from '#server/http/load-guard.ts';
import { followChanges, liveUpdates } from '#server/live/index.ts';
import { CLIENT_FOLDER, useClientIn } from '#server/pages/assets.ts';
import { keepPetitions } from '#server/petition-buffers.ts';
import { loadCharters } from '#server/petitions/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import type { Actor } from '#server/platform/policy.ts';
import { caseByNumber, moveCase } from '#server/register/index.ts';
import { CATEGORIES, DEPARTMENTS, unit } from '#server/seeds/city.ts';
import { seedPlaces } from '#server/seeds/places/seed-places.ts';
import { sampleSignature } from '#server/seeds/sample-scan.ts';
import { keepStatistics } from '#server/statistics-buffers.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { useDatabase } from './database.ts';

const aKey = () => `k1:${randomBytes(32).toString('base64')}`;
/** A Tuesday in Kyiv, ten in the morning. */
const TUESDAY = Date.parse('2026-03-03T10:00:00+02:00');

/** A web process of the tests: real pages, real database, live updates; no workers. */
export interface Site {
  origin: string;
}
/** What a site of the tests may have beside its settings: who refuses what it cannot carry, and petitions' pages kept ready. */
interface Stormproof {
  guard?: LoadGuard;
  keepsPetitions?: boolean;
}
/**
 * Gives the tests of one `describe` the whole public site on a port and a database of its own, on a fixed Tuesday, with more
 * settings where the hooks before have made some.
 */
export function useSite(
  more: () => Partial<Wiring['config']> = () => ({}),
  { guard, keepsPetitions = false }: Stormproof = {},
): Site {
  useDatabase();
  const site: Site = { origin: '' };
  const closers: (() => Promise<unknown>)[] = [];
  before(async function start() {
    this.timeout(60_000);
    shiftClock(TUESDAY - Date.now());
    await DepartmentModel.insertMany(DEPARTMENTS);
    await CategoryModel.insertMany(CATEGORIES);
    useClientIn(CLIENT_FOLDER);
    await loadCalendar();
    await loadCharters();
    await loadCatalogue();
    await seedPlaces();
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    site.origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const home = homeBuffers();
    const config = {
      PUBLIC_URL: site.origin,
      DATA_KEYS: aKey(),
      HISTORY_KEYS: aKey(),
      TRUSTED_PROXIES: 0,
      RATE_LIMIT_SCALE: 100,
      EMBED_ORIGINS: ['http://127.0.0.1:*'],
      TWILIO_AUTH_TOKEN: undefined,
      ...more(),
    };
    const { listener, lane, mayPass, mayStay } = createApp({
      config,
      dependencies: [],
      isDraining: () => false,
      figures: home.figures,
      ...(guard && { guard }),
    });
    http.on('request', listener);
    const changes = followChanges();
    const live = liveUpdates(http, changes, { mayPass, mayStay });
    const stopHome = await home.keepFresh(lane, changes);
    if (keepsPetitions) closers.push(keepPetitions(lane, changes, site.origin));
    closers.push(
      stopHome,
      keepStatistics(lane, changes, home.figures),
      () => live.close(),
      () => changes.close(),
    );
  });
  after(async () => {
    for (const close of closers) await close();
    shiftClock(0);
  });
  return site;
}

/** Somebody of the staff who may do everything, in the department that mends roads. */
export const CLERK: Actor = {
  kind: 'staff',
  id: 'f'.repeat(24),
  name: 'Олена Коваленко',
  post: 'директорка департаменту',
  departmentId: String(unit(3)),
  permissions: new Set(PERMISSIONS),
  caseIds: new Set(),
  knownCaseIds: new Set(),
  joinedCaseIds: new Set(),
};
/** Moves a case along by its public number, as staff do at the desk; signing brings a scan unless it is told what. */
export async function moveAlong(
  number: string,
  verb: Verb,
  body: Omit<MoveBody, 'expectedVersion'> = {},
): Promise<void> {
  const found = await caseByNumber(number);
  if (!found) throw new Error(`no case ${number}`);
  const signed = verb === 'answer' && !body.signature && { signature: await sampleSignature(found) };
  const asked = { verb, expectedVersion: found.version, ...body, ...signed };
  await moveCase(CLERK, { caseId: String(found._id), ...asked });
}
/** Takes a case that was just filed to a signed answer. */
export async function answerIt(number: string, answer: NonNullable<MoveBody['answer']>): Promise<void> {
  await moveAlong(number, 'register', { questionGroup: 3 });
  await moveAlong(number, 'assign', { departmentId: String(unit(3)) });
  await moveAlong(number, 'accept');
  await moveAlong(number, 'draft', { answer });
  await moveAlong(number, 'answer');
}
