import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { receiptSignature } from '#server/notifications/receipt-signature.ts';
import { now } from '#server/platform/clock.ts';
import { type GatewayMessage, GatewayText, RECEIPT_HEADERS } from '#shared/contract/sms-gateway.ts';
import type { GatewaySimulator, Mood } from './gateway-moods.ts';

/** The keys that tests have with the HTTP gateway. */
export const HTTP_KEYS = { key: 'a-bearer-key-for-tests', hookKey: 'a key for receipts, of tests only' } as const;

interface Kept {
  message: GatewayMessage;
  text: GatewayText;
}
const FAULTS: Readonly<Partial<Record<Mood, number>>> = { busy: 429, resting: 503, broken: 500, refuse: 422 };

/** An operator's HTTP gateway as docs/sms-gateway.md has it, of one `describe`, good again before each test. */
export function useHttpGateway(): GatewaySimulator & {
  url: string;
  /** Moves a message on and tells of it, signed with this key; answers the status of the reply. */
  report(reference: string, change: Partial<GatewayMessage>, signing?: { key?: string; at?: Date }): Promise<number>;
} {
  const kept = new Map<string, Kept>();
  let mood: Mood = 'accept';
  let isListing = true;
  let ending: GatewayMessage['state'] = 'delivered';
  let server: Server;

  const byReference = (reference: unknown) => [...kept.values()].find(({ message }) => message.reference === reference);
  const cut = (req: Request): void => {
    req.socket.resetAndDestroy();
  };
  const take = (text: GatewayText): GatewayMessage => {
    const id = `m-${kept.size + 1}`;
    const message: GatewayMessage = { id, reference: text.reference, state: 'accepted', errorCode: null };
    kept.set(id, { message, text });
    return message;
  };
  function create(req: Request, res: Response): unknown {
    const how = mood;
    mood = 'accept';
    if (how === 'reset') return cut(req);
    const fault = FAULTS[how];
    if (fault) return res.status(fault).json({ code: 'number.invalid', message: String(req.body.to) });
    const { data: text } = GatewayText.safeParse(req.body);
    if (!text) return res.status(400).json({ code: 'malformed' });
    const known = byReference(text.reference);
    const message = known?.message ?? take(text);
    if (how === 'reset-after-taking') return cut(req);
    if (how === 'broken-after-taking') return res.status(502).end();
    return how !== 'silent-after-taking' && res.status(known ? 200 : 201).json(message);
  }

  const app = express()
    .use(express.json())
    .use((req, res, next) => {
      if (req.get('authorization') === `Bearer ${HTTP_KEYS.key}`) next();
      else res.status(401).json({ code: 'unauthorized' });
    })
    .post('/v1/messages', create)
    .get('/v1/messages', (req, res) => {
      if (!isListing) return void res.status(500).end();
      const found = byReference(req.query.reference);
      res.json({ messages: found ? [found.message] : [] });
    })
    .get('/v1/messages/:id', (req, res) => {
      const found = kept.get(req.params.id);
      if (found) res.json(found.message);
      else res.status(404).json({ code: 'unknown' });
    })
    .delete('/v1/messages/:id', (req, res) => {
      res.status(kept.delete(req.params.id) ? 204 : 404).end();
    });

  before(async () => {
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  beforeEach(() => {
    mood = 'accept';
    isListing = true;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    },
    async behave(next) {
      mood = next;
    },
    async stopListing() {
      isListing = false;
    },
    texts: async (to) => [...kept.values()].flatMap(({ text }) => (text.to === to ? [text.text] : [])),
    async endAs(state) {
      ending = state;
    },
    async settled(to) {
      const errorCode = ending === 'delivered' ? null : '42';
      for (const { message, text } of kept.values())
        if (text.to === to) Object.assign(message, { state: ending, errorCode });
    },
    async report(reference, change, { key = HTTP_KEYS.hookKey, at = now() } = {}) {
      const { message, text } = byReference(reference) ?? {};
      if (!message || !text) throw new Error('the gateway knows no such message');
      const body = JSON.stringify(Object.assign(message, change));
      const seconds = String(Math.floor(at.getTime() / 1_000));
      const headers = {
        'content-type': 'application/json',
        [RECEIPT_HEADERS.timestamp]: seconds,
        [RECEIPT_HEADERS.signature]: receiptSignature(key, seconds, body),
      };
      return (await fetch(text.receiptUrl, { method: 'POST', headers, body })).status;
    },
  };
}
