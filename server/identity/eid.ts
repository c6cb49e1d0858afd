import * as client from 'openid-client';
import { log } from '#server/platform/log.ts';
import { type EidClaims, type EidPerson, eidPersonIn } from './eid-person.ts';
import { type EidRefusal, eidFaultOf, eidRefusalOf } from './eid-refusal.ts';

/** A provider of electronic identification, and by what it knows the city's site. */
export interface EidSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where it sends people back to, as it was registered with it. */
  redirectUri: string;
}
/** What only the browser that began a try may have until its person comes back: by it the answer is known to be to this question. */
export interface EidSecrets {
  nonce: string;
  verifier: string;
}
/** Who came back, or why nobody did. */
export type EidOutcome = { person: EidPerson; refusal?: never } | { person?: never; refusal: EidRefusal };

/** So far may the provider's clock be from ours, and so long is an answer of it waited for, in seconds. */
const [TOLERANCE_S, PATIENCE_S] = [60, 10];
/** For so long what the provider says of itself is not asked for again. */
const KNOWN_FOR_MS = 3_600_000;
const SCOPES = ['openid', 'profile', 'phone'] as const;

let settings: EidSettings | null = null;
let known: { until: number; configuration: Promise<client.Configuration> } | null = null;

/** Takes the provider at start; null where the city has none. */
export function useEid(given: EidSettings | null): void {
  settings = given;
  known = null;
}
/** Whether people can identify themselves electronically here. */
export const isEidOffered = (): boolean => settings !== null;
const offered = (): EidSettings => {
  if (!settings) throw new Error('Electronic identification: no provider was given at start.');
  return settings;
};

/** The secret goes in a header, as every provider must take it (RFC 6749, 2.3.1), unless it says that it takes it in the form alone. */
const secretBy = (secret: string): client.ClientAuth => {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
};
/** What the provider says of itself, asked for once in an hour; after a failure at once again. */
function provider(): Promise<client.Configuration> {
  if (known && known.until > performance.now()) return known.configuration;
  const { issuer, clientId, clientSecret } = offered();
  const execute = [client.enableNonRepudiationChecks];
  if (issuer.startsWith('http:')) execute.push(client.allowInsecureRequests);
  const configuration = client
    .discovery(new URL(issuer), clientId, { [client.clockTolerance]: TOLERANCE_S }, secretBy(clientSecret), {
      execute,
      timeout: PATIENCE_S,
    })
    .then((found) => {
      client.buildAuthorizationUrl(found, {}); // throws where it names no page that people can be sent to
      return found;
    });
  const asked = { until: performance.now() + KNOWN_FOR_MS, configuration };
  known = asked;
  configuration.catch(() => {
    if (known === asked) known = null;
  });
  return configuration;
}
/** The same; null, and a line in the log, while it cannot be had. */
async function providerAtHand(): Promise<client.Configuration | null> {
  try {
    return await provider();
  } catch (error) {
    log().warn(eidFaultOf(error), 'the provider of electronic identification is away');
    return null;
  }
}
/** Those of the scopes that it knows, where it says which it knows. */
const scopeFor = ({ scopes_supported: listed }: client.ServerMetadata): string =>
  SCOPES.filter((scope) => scope === 'openid' || (listed?.includes(scope) ?? true)).join(' ');

/** Where to send somebody to be identified, anew each time, and what to keep of it; null while the provider is away. */
export async function beginEid(state: string, lang: string): Promise<{ address: URL; secrets: EidSecrets } | null> {
  const configuration = await providerAtHand();
  if (!configuration) return null;
  const secrets = { nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: offered().redirectUri,
    scope: scopeFor(configuration.serverMetadata()),
    state,
    nonce: secrets.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    ui_locales: lang,
  });
  return { address, secrets };
}

/** All that the provider tells of whom a code stands for; what it signed is believed before what it only said. */
async function claimsBehind(
  configuration: client.Configuration,
  query: string,
  state: string,
  { nonce, verifier }: EidSecrets,
): Promise<EidClaims> {
  const tokens = await client.authorizationCodeGrant(configuration, new URL(`${offered().redirectUri}?${query}`), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
  });
  const signed = tokens.claims();
  if (!signed) return {};
  if (!configuration.serverMetadata().userinfo_endpoint) return signed;
  return { ...(await client.fetchUserInfo(configuration, tokens.access_token, signed.sub)), ...signed };
}
/** Who stands behind the provider's answer, which is the query that somebody came back with; it can be used once. */
export async function finishEid(query: string, state: string, secrets: EidSecrets): Promise<EidOutcome> {
  const configuration = await providerAtHand();
  if (!configuration) return { refusal: 'away' };
  try {
    const person = eidPersonIn(await claimsBehind(configuration, query, state, secrets));
    return person ? { person } : { refusal: 'incomplete' };
  } catch (error) {
    const refusal = eidRefusalOf(error);
    if (refusal !== 'denied') log().warn({ refusal, ...eidFaultOf(error) }, 'nobody was identified electronically');
    return { refusal };
  }
}
