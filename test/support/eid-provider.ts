import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** What a provider tells of somebody. */
export type Claims = Readonly<Record<string, unknown>>;
type Change = (claims: Claims) => Claims;

/** A real provider of OpenID Connect, whose people are those that a test names. */
export interface EidProvider {
  /** By which settings the site knows it. */
  settings: { EID_ISSUER: string; EID_CLIENT_ID: string; EID_CLIENT_SECRET: string };
  /** Answers nothing but 503 while it is true. */
  isAway: boolean;
  /** What `id_token` becomes on its way to the site; null to leave it alone. */
  spoil: ((token: string) => string) | null;
  /** Takes this address as the one that people are sent back to. */
  serve(redirectUri: string): void;
  /** Makes somebody known, by a name of the test's own, with what is told of them. */
  knows(account: string, claims: Claims): void;
  /** Goes through the provider's pages from the address of its sign-in as this account, or refusing as null; answers where it sends the browser. */
  identify(address: string, account: string | null): Promise<string>;
  /** The same token with other claims, signed by its own key or by another. */
  forged(token: string, change: Change, key?: KeyObject): string;
}
const PROFILE = ['lastname', 'givenname', 'middlename', 'drfocode', 'unzr', 'phone'];
const STANDARD = ['family_name', 'given_name', 'middle_name'];
const SCOPE = 'openid profile phone';
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
/** A key that no provider has published. */
export const strangeKey = newKey();

const partOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
function forged(token: string, change: Change, key: KeyObject): string {
  const [header, body] = token.split('.', 2).map((part) => JSON.parse(String(Buffer.from(part, 'base64url'))));
  const signed = `${partOf(header)}.${partOf(change(body))}`;
  return `${signed}.${createSign('sha256').update(signed).sign(key, 'base64url')}`;
}
async function formOf(req: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return new URLSearchParams(String(Buffer.concat(parts)));
}

/** Starts one on a port of its own. Its sign-in is reached by way of another origin, as at brokers. */
async function startEidProvider(): Promise<EidProvider & { close: () => Promise<unknown> }> {
  const server: Server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const issuer = `http://localhost:${port}`; // to browsers another site than the tests' own
  const accounts = new Map<string, Claims>();
  const key = newKey();
  let provider: Provider | null = null;
  let backTo = '';

  /** The page on which people say who they are. */
  async function choose(oidc: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.method === 'POST') {
      const accountId = (await formOf(req)).get('account');
      const result = accountId ? { login: { accountId } } : { error: 'access_denied' };
      return oidc.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
    }
    const buttons = [...accounts.keys(), ''].map(
      (name) => `<p><button name="account" value="${name}">${name || 'Скасувати'}</button></p>`,
    );
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(
      `<!doctype html><html lang="uk"><title>Хто ви?</title><form method="post">${buttons.join('')}</form></html>`,
    );
  }
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    const { pathname, search, searchParams } = new URL(req.url ?? '/', issuer);
    const [elsewhere, isLed] = [`http://127.0.0.1:${port}/elsewhere`, searchParams.has('led')];
    if (self.isAway || !provider) res.writeHead(503).end();
    else if (pathname === '/auth' && !isLed) res.writeHead(303, { location: `${elsewhere}${search}&led=round` }).end();
    else if (pathname === '/elsewhere') res.writeHead(303, { location: `${issuer}/auth${search}` }).end();
    else if (pathname.startsWith('/interaction/'))
      choose(provider, req, res).catch((error: unknown) => res.writeHead(400).end(String(error)));
    else provider.callback()(req, res);
  });

  const self: EidProvider & { close: () => Promise<unknown> } = {
    settings: { EID_ISSUER: issuer, EID_CLIENT_ID: 'vidhuk', EID_CLIENT_SECRET: randomBytes(24).toString('hex') },
    isAway: false,
    spoil: null,
    serve(redirectUri) {
      backTo = redirectUri;
      provider = new Provider(issuer, configuration());
      provider.use(async (ctx, next) => {
        await next();
        const body = ctx.body as { id_token?: string } | undefined;
        if (self.spoil && ctx.path === '/token' && body?.id_token)
          ctx.body = { ...body, id_token: self.spoil(body.id_token) };
      });
    },
    knows: (account, claims) => void accounts.set(account, claims),
    forged: (token, change, by = key) => forged(token, change, by),
    async identify(address, account) {
      const jar = new Map<string, string>();
      let at = new URL(address);
      for (let hop = 0; hop < 10; hop += 1) {
        const form = at.pathname.startsWith('/interaction/') && new URLSearchParams({ account: account ?? '' });
        const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
        const asked = form ? { method: 'POST', body: form } : {};
        const answer = await fetch(at, { ...asked, redirect: 'manual', headers: { cookie } });
        for (const set of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
          if (value) jar.set(name, value);
          else jar.delete(name);
        }
        const to = answer.headers.get('location');
        if (!to) throw new Error(`the provider answered ${answer.status} at ${at.pathname}: ${await answer.text()}`);
        at = new URL(to, at);
        if (at.href.startsWith(`${backTo}?`)) return at.href;
      }
      throw new Error('the provider sends round in a circle');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const configuration = (): Configuration => ({
    clients: [
      {
        client_id: self.settings.EID_CLIENT_ID,
        client_secret: self.settings.EID_CLIENT_SECRET,
        redirect_uris: [backTo],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'of-the-tests', alg: 'RS256', use: 'sig' } as never] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    claims: { openid: ['sub'], profile: [...PROFILE, ...STANDARD], phone: ['phone_number', 'phone_number_verified'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...accounts.get(accountId) }),
    }),
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId;
      const grant = new oidc.provider.Grant({ clientId: self.settings.EID_CLIENT_ID, ...(accountId && { accountId }) });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
  });
  return self;
}

/** Gives the tests of one `describe` a provider, from the moment that its hooks before have run. */
export function useEidProvider(): () => EidProvider {
  let started: Awaited<ReturnType<typeof startEidProvider>> | undefined;
  before(async () => {
    started = await startEidProvider();
  });
  after(() => started?.close());
  return () => {
    if (!started) throw new Error('the provider is not started yet');
    return started;
  };
}
