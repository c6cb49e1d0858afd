import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a mail server does with the next letter: `cut` breaks the connection, `…-after-taking` when it has the letter, with no answer. */
export type MailMood =
  | 'accept'
  | 'busy-greeting'
  | 'refuse-sender'
  | 'refuse-recipient'
  | 'busy-recipient'
  | 'cut-before-taking'
  | 'refuse-letter'
  | 'busy-letter'
  | 'cut-after-taking'
  | 'silent-after-taking';
/** A letter that the server has, whatever it answered. */
export interface TakenLetter {
  to: string[];
  from: string;
  raw: string;
  mail: Email;
  header(name: string): string | undefined;
}
/** A mail server of one `describe`, good again before each test. */
export interface MailServer {
  url: string;
  /** Sets the mood of the next so many letters; for good where no number is given. */
  behave(mood: MailMood, times?: number): void;
  letters(to?: string): TakenLetter[];
  stop(): Promise<void>;
  /** Listens again, at the same port. */
  restart(): Promise<void>;
}

/** Who may send to a server that asks for a name. */
export const POSTMAN = { user: 'postman', pass: 'a password: of / signs' } as const;
const answer = (responseCode: number): Error => Object.assign(new Error('as the test wants it'), { responseCode });

/** Starts a real SMTP server for the tests of one `describe`; `asksName` makes it demand POSTMAN's name and password. */
export function useMailServer({ asksName = false } = {}): MailServer {
  const letters: TakenLetter[] = [];
  const sockets = new Set<Socket>();
  let mood: MailMood = 'accept';
  let left = Number.POSITIVE_INFINITY;
  let port = 0;
  let server: SMTPServer;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const spend = () => {
    left -= 1;
    if (left <= 0) mood = 'accept';
  };
  /** Whether this is what is wanted now; counts it. */
  const is = (...wanted: MailMood[]): boolean => {
    const isIt = wanted.includes(mood);
    if (isIt) spend();
    return isIt;
  };
  const make = () =>
    new SMTPServer({
      authOptional: !asksName,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS', ...(asksName ? [] : (['AUTH'] as const))],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onConnect: (_session, done) => done(is('busy-greeting') ? answer(421) : undefined),
      onAuth({ username, password }, _session, done) {
        const isRight = username === POSTMAN.user && password === POSTMAN.pass;
        done(isRight ? null : answer(535), isRight ? { user: username } : undefined);
      },
      onMailFrom: (_address, _session, done) => done(is('refuse-sender') ? answer(553) : undefined),
      onRcptTo(_address, _session, done) {
        if (is('cut-before-taking')) return cut();
        if (is('refuse-recipient')) return done(answer(550));
        done(is('busy-recipient') ? answer(451) : undefined);
      },
      async onData(stream, { envelope }, done) {
        const bytes = await buffer(stream);
        if (is('refuse-letter')) return done(answer(554));
        if (is('busy-letter')) return done(answer(452));
        const mail = await PostalMime.parse(bytes);
        letters.push({
          to: envelope.rcptTo.map(({ address }) => address),
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          raw: bytes.toString(),
          mail,
          header: (name) => mail.headers.find(({ key }) => key === name.toLowerCase())?.value,
        });
        if (is('cut-after-taking')) return cut();
        if (!is('silent-after-taking')) done();
      },
    });
  const start = async (): Promise<void> => {
    server = make();
    server.on('error', () => undefined);
    const listening = server.listen(port, '127.0.0.1');
    listening.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    await once(listening, 'listening');
    port = (listening.address() as AddressInfo).port;
  };
  const stop = async (): Promise<void> => {
    cut();
    await new Promise<void>((closed) => server.close(closed));
  };
  before(start);
  beforeEach(() => {
    mood = 'accept';
  });
  after(stop);
  return {
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    behave(wanted, times = Number.POSITIVE_INFINITY) {
      mood = wanted;
      left = times;
    },
    letters: (to) => letters.filter((letter) => !to || letter.to.includes(to)),
    stop,
    restart: start,
  };
}
