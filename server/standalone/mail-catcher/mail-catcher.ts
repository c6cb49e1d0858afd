import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { now } from '#server/platform/clock.ts';
import { log } from '#server/platform/log.ts';
import { type CaughtLetter, LetterFile } from './letter-file.ts';

/** Where it listens, and in whose folder it keeps what it catches. */
export interface CatcherSettings {
  /** 0 for any free one of 127.0.0.1. */
  port: number;
  folder: string;
}
const MOST_BYTES = 10_000_000;

/** A letter as it was sent, once for each address on its envelope. */
async function opened(raw: Buffer, { envelope }: SMTPServerSession): Promise<CaughtLetter[]> {
  const { from, subject = '', text = '', html = '', headers } = await PostalMime.parse(raw);
  const fields = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
  return envelope.rcptTo.map(({ address }) => ({
    id: randomUUID(),
    to: address,
    from: from?.address ?? '',
    subject,
    text,
    html,
    headers: fields,
    at: now().toISOString(),
  }));
}

/** Starts the mail server of the demo, which takes every letter, for whomever it is, and sends none on. */
export async function startMailCatcher({
  port,
  folder,
}: CatcherSettings): Promise<{ url: string; close(): Promise<void> }> {
  const file = new LetterFile(folder);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: MOST_BYTES,
    closeTimeout: 500,
    onData(stream, session, done) {
      const keep = async (): Promise<void> => {
        for (const letter of await opened(await buffer(stream), session)) await file.add(letter);
      };
      keep().then(
        () => done(),
        (error: unknown) => {
          log().error({ err: error }, 'a letter was not kept');
          done(new Error('it was not kept'));
        },
      );
    },
  });
  server.on('error', (error) => log().warn({ err: error }, 'a mail connection broke'));
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    async close() {
      await new Promise<void>((closed) => server.close(closed));
      await file.close();
    },
  };
}
