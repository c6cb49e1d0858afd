import type { RequestListener } from 'node:http';
import supertest, { type Response } from 'supertest';
import { type App, createApp } from '#server/app.ts';
import { loadCalendar } from '#server/calendar/index.ts';
import { beginSession, StaffModel } from '#server/identity/index.ts';
import { CLIENT_FOLDER, useClientIn } from '#server/pages/assets.ts';
import { loadCharters } from '#server/petitions/index.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { useDatabase } from './database.ts';
import { KEYS } from './keys.ts';
import { openApiCheck } from './openapi.ts';

export { KEYS };

/** The address that the application under test believes to have. */
const PUBLIC_URL = 'https://vidhuk.example';
const TWILIO_AUTH_TOKEN = 'a-token-of-the-tests-alone-32-chars';
const SMS_HOOK_KEY = 'a-hook-key-of-the-tests-alone-32-chars';

type Headers = Record<string, string>;
/** The API as a client sees it; every answer is held to the OpenAPI document before a test looks at it. */
export interface Api {
  get(path: string, headers?: Headers): Promise<Response>;
  post(path: string, body?: object | string, headers?: Headers): Promise<Response>;
  delete(path: string, headers?: Headers): Promise<Response>;
  /** The same for whoever has this token. */
  as(token: string): Api;
}
function client(listener: RequestListener, check: ReturnType<typeof openApiCheck>, own: Headers = {}): Api {
  const send = async (
    method: 'get' | 'post' | 'delete',
    path: string,
    body?: object | string,
    headers: Headers = {},
  ) => {
    const request = supertest(listener)
      [method](path)
      .set({ ...own, ...headers });
    const response = await (body === undefined ? request : request.send(body as object));
    check(method, path, response);
    return response;
  };
  return {
    get: (path, headers) => send('get', path, undefined, headers),
    post: (path, body, headers) => send('post', path, body, headers),
    delete: (path, headers) => send('delete', path, undefined, headers),
    as: (token) => client(listener, check, { ...own, authorization: `Bearer ${token}` }),
  };
}

/** What the tests of one `describe` work with. */
export interface City {
  app: App;
  api: Api;
  /** The API for a demo member of staff: `operator`, `executor` (street lights), `roads`, `controller`, `head`. */
  staff(login: string): Promise<Api>;
  /** A session of theirs. */
  token(login: string): Promise<{ token: string }>;
}
/** A migrated database with units, categories, roles and staff, and the whole application over it. */
export function useCity(): City {
  useDatabase();
  const city = {} as City;
  before(async function seed() {
    this.timeout(60_000);
    useKeys(KEYS);
    useClientIn(CLIENT_FOLDER); // other tests of this process may have put their own in its place
    const secrets = { ...KEYS, TWILIO_AUTH_TOKEN, SMS_HOOK_KEY };
    const config = { ...secrets, PUBLIC_URL, TRUSTED_PROXIES: 0, RATE_LIMIT_SCALE: 1_000 };
    city.app = createApp({ config, dependencies: [], isDraining: () => false, figures: () => FIGURES });
    await loadCalendar();
    await loadCharters();
    await seedReference();
    await seedStaff();
    city.api = client(city.app.listener, openApiCheck());
    city.token = async (login) => {
      const found = await StaffModel.findOne({ login }).select('_id').lean();
      return beginSession({ kind: 'staff', staffId: String(found?._id) });
    };
    city.staff = async (login) => city.api.as((await city.token(login)).token);
  });
  return city;
}
const FIGURES = { year: 2026, received: 3, inWork: 2, answered: 1 };
