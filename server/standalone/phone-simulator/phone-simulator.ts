import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { Router } from 'express';
import { controlRoutes, Moods } from './behaviour.ts';
import { postOffice } from './callbacks.ts';
import { type Message, Messages } from './messages.ts';
import { twilioRoutes } from './twilio.routes.ts';

/** Where it listens, what it keeps its texts in, and the account that it plays. */
export interface SimulatorSettings {
  /** 0 for any free one of 127.0.0.1. */
  port: number;
  folder: string;
  accountSid: string;
  authToken: string;
  /** How long each leg of a message's way takes, in milliseconds. */
  stepMs?: number;
}
/** A text as a phone shows it. */
export interface PhoneText {
  to: string;
  body: string;
  /** RFC 3339. */
  at: string;
  status: Message['status'];
  sid: string;
}
const textOf = ({ to, body, createdAt, status, sid }: Message): PhoneText => ({ to, body, at: createdAt, status, sid });

/**
 * The texts that phones got, oldest first, of one number with `?to=`; for the demo's page and for tests. `/taken` says of
 * every message that was ever taken where its callbacks went, which is what a text that left twice is found by.
 */
const phoneRoutes = (messages: Messages): Router =>
  Router()
    .get('/texts', (req, res) => {
      const { to } = req.query;
      res.json(messages.all().flatMap((message) => (!to || message.to === to ? [textOf(message)] : [])));
    })
    .get('/taken', (_req, res) => void res.json(messages.taken()));

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Starts the provider and the phones of the demo: Twilio's HTTP API in front, texts that can be read behind. */
export async function startPhoneSimulator(
  settings: SimulatorSettings,
): Promise<{ url: string; close(): Promise<void> }> {
  const { port, folder, accountSid, authToken, stepMs = 120 } = settings;
  const messages = new Messages(join(folder, 'phone.jsonl'));
  const moods = new Moods();
  const post = postOffice({ accountSid, authToken, messages, moods, stepMs });
  const app = express()
    .disable('x-powered-by')
    .disable('etag')
    .use((req, res, next) => {
      // Programs of this machine alone: no page of a browser may steer it or read codes from it.
      if (LOOPBACK.test(req.get('host') ?? '') && req.get('origin') === undefined) next();
      else res.status(403).end();
    })
    .use(controlRoutes(moods), phoneRoutes(messages))
    .use(twilioRoutes({ accountSid, authToken, messages, moods, send: post.send }));

  const http = createServer(app).listen(port, '127.0.0.1');
  await once(http, 'listening');
  post.resume();
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async close() {
      http.close();
      http.closeAllConnections();
      await post.close();
      await messages.close();
    },
  };
}
