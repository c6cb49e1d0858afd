import { GatewayMessage, GatewayMessages, GatewayRefusal, type GatewayText } from '#shared/contract/sms-gateway.ts';
import { PROVIDER_PREFIX } from '#shared/domain/sms-providers.ts';
import { faultOf } from './never-left.ts';
import { cannotBeAsked, type Sent, type SmsGateway } from './sms.gateway.ts';

/** Above the ten seconds after which Node gives up connecting, so that a host that is gone is told from one that is silent. */
const TIMEOUT_MS = 15_000;
const PREFIX = PROVIDER_PREFIX.http;

/** An operator's HTTP gateway: its address, the key by which it knows us, and the name that phones show. */
export interface HttpGatewaySettings {
  url: string;
  key: string;
  /** 3 to 11 Latin letters and digits, registered with the operators. */
  sender: string;
  publicUrl: string;
  /** Milliseconds until a silent provider is given up on. */
  timeoutMs?: number;
}

/** An answer, or the code of the fault where there was none. */
type Answer = { status: number; body: unknown } | { fault: unknown };

/** What an answer other than a message says of the text (docs/sms-gateway.md): 429 and 503 are given before anything is taken. */
function outcomeOf(status: number, body: unknown): Exclude<Sent, { outcome: 'accepted' }> {
  const cause = `http-${status}`;
  if (status === 422) {
    const { data } = GatewayRefusal.safeParse(body);
    return { outcome: 'refused', cause: data ? `gateway-${data.code}` : cause };
  }
  if (status === 429) return { outcome: 'busy', cause };
  if (status === 503 || (status >= 300 && status < 500)) return { outcome: 'busy', cause, isDown: true };
  return { outcome: 'unknown', cause };
}

/** The documented HTTP gateway behind the port. It knows a text by our own reference, so that one is never taken twice. */
export function httpGateway(settings: HttpGatewaySettings): SmsGateway {
  const { key, sender, publicUrl, timeoutMs = TIMEOUT_MS } = settings;
  const base = settings.url.replace(/\/+$/, '');

  async function call(method: string, path: string, text?: GatewayText): Promise<Answer> {
    try {
      const answer = await fetch(base + path, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          accept: 'application/json',
          ...(text && { 'content-type': 'application/json' }),
        },
        ...(text && { body: JSON.stringify(text) }),
        redirect: 'manual', // a text and its key go to this address alone
        signal: AbortSignal.timeout(timeoutMs),
      });
      const said = await answer.text();
      return { status: answer.status, body: parsed(said) };
    } catch (error) {
      return { fault: ((error as Error).cause as { code?: unknown } | undefined)?.code };
    }
  }
  /** The body of an answer of 200, null for 404; throws for any other. */
  async function ask(path: string): Promise<unknown> {
    const answer = await call('GET', path);
    if ('fault' in answer) throw cannotBeAsked(faultOf(answer.fault).cause);
    if (answer.status === 404) return null;
    if (answer.status !== 200) throw cannotBeAsked(`http-${answer.status}`);
    return answer.body;
  }
  const addressOf = (providerId: string): string => `/messages/${encodeURIComponent(providerId.slice(PREFIX.length))}`;

  return {
    async send(reference, to, text) {
      const receiptUrl = `${publicUrl}/hooks/sms/status`;
      const answer = await call('POST', '/messages', { reference, to, from: sender, text, receiptUrl });
      if ('fault' in answer) return faultOf(answer.fault);
      const { status, body } = answer;
      if (status < 200 || status >= 300) return outcomeOf(status, body);
      const { data } = GatewayMessage.safeParse(body);
      if (data?.reference !== reference) return { outcome: 'unknown', cause: 'no-id' };
      return { outcome: 'accepted', providerId: PREFIX + data.id };
    },
    async *takenSince({ deliveryId: reference }) {
      const { data } = GatewayMessages.safeParse(await ask(`/messages?${new URLSearchParams({ reference })}`));
      if (!data) throw cannotBeAsked('no-list');
      for (const message of data.messages) if (message.reference === reference) yield PREFIX + message.id;
    },
    async stateOf(providerId) {
      const body = await ask(addressOf(providerId));
      if (body === null) return null;
      const { data } = GatewayMessage.safeParse(body);
      if (!data) throw cannotBeAsked('no-state');
      return { state: data.state, errorCode: data.errorCode };
    },
    async forget(providerId) {
      const answer = await call('DELETE', addressOf(providerId));
      return 'status' in answer && [200, 204, 404].includes(answer.status);
    },
    close: async () => {}, // connections that idle end by themselves
  };
}
/** JSON, or null where it is none. */
function parsed(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}
