import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { createServer, type Pdu, type Session } from 'smpp';
import type { Fate } from '#workers/sms/sms.gateway.ts';
import type { GatewaySimulator, Mood } from './gateway-moods.ts';

interface Kept {
  id: string;
  to: string;
  text: string;
  pdu: Pdu;
  state: number;
  error: number;
}
const STATES: Readonly<Record<Fate['state'], [number: number, word: string]>> = {
  accepted: [6, 'ACCEPTD'],
  sent: [1, 'ENROUTE'],
  delivered: [2, 'DELIVRD'],
  undelivered: [5, 'UNDELIV'],
  failed: [8, 'REJECTD'],
};
/** ESME_RINVDSTADR, ESME_RTHROTTLED, ESME_RSYSERR. */
const FAULTS: Readonly<Partial<Record<Mood, number>>> = { refuse: 0x0b, busy: 0x58, broken: 0x08 };
const [NO_SUCH_ID, WRONG_PASSWORD] = [0x0c, 0x0e];
const wordsOf = ({ short_message, message_payload }: Pdu): string =>
  String(message_payload?.message ?? short_message?.message ?? '');

/** How a receipt is written. */
interface Writing {
  /** By parameters of the protocol, or in the words of its appendix B alone. */
  as?: 'parameters' | 'words';
}
/** An operator's SMSC over SMPP of one `describe`, good again before each test. */
export function useSmppServer(): GatewaySimulator & {
  url: string;
  /** What it was given for a phone, as it came. */
  given(to: string): Pdu[];
  /** How many connections are bound. */
  bound(): number;
  /** Brings a receipt for the last text of a phone; answers the status of the reply. */
  report(to: string, state: Fate['state'], more?: Writing & { error?: number }): Promise<number>;
  /** Says something that is no receipt. */
  say(words: string): Promise<number>;
  /** Cuts every connection. */
  cut(): void;
  /** From now on it answers nothing at all, or everything again. */
  fallSilent(isSilent: boolean): void;
  restart(): Promise<void>;
} {
  const kept: Kept[] = [];
  const sessions = new Set<Session>();
  let mood: Mood = 'accept';
  let isBroken = false;
  let ending: Fate['state'] = 'delivered';
  let isSilent = false;
  let server: Server;

  const answer = (session: Session, pdu: Pdu, params: object): boolean =>
    !isSilent && session.send(pdu.response(params));
  const take = (pdu: Pdu): Kept => {
    const text = wordsOf(pdu);
    const message = { id: `A${kept.length + 1}f`, to: `+${pdu.destination_addr}`, text, pdu, state: 6, error: 0 };
    kept.push(message);
    return message;
  };
  function submit(session: Session, pdu: Pdu): unknown {
    const how = mood;
    mood = 'accept';
    if (how === 'reset') return session.destroy();
    const fault = FAULTS[how];
    if (fault) return answer(session, pdu, { command_status: fault });
    const { id } = take(pdu);
    if (how === 'reset-after-taking') return session.destroy();
    if (how === 'broken-after-taking') return answer(session, pdu, { command_status: FAULTS.broken });
    return how !== 'silent-after-taking' && answer(session, pdu, { message_id: id });
  }
  function query(session: Session, pdu: Pdu): boolean {
    if (isBroken) return answer(session, pdu, { command_status: FAULTS.broken });
    const found = kept.find(({ id }) => id === pdu.message_id);
    if (!found) return answer(session, pdu, { command_status: NO_SUCH_ID });
    return answer(session, pdu, { message_id: found.id, message_state: found.state, error_code: found.error });
  }
  const attend = (session: Session): void => {
    session.on('error', () => session.destroy());
    session.on('close', () => sessions.delete(session));
    session.on('bind_transceiver', (pdu: Pdu) => {
      if (pdu.password !== 'secret') return answer(session, pdu, { command_status: WRONG_PASSWORD });
      sessions.add(session);
      answer(session, pdu, {});
    });
    session.on('submit_sm', (pdu: Pdu) => submit(session, pdu));
    session.on('query_sm', (pdu: Pdu) => query(session, pdu));
    session.on('enquire_link', (pdu: Pdu) => answer(session, pdu, {}));
    session.on('unbind', (pdu: Pdu) => answer(session, pdu, {}));
  };
  const start = async (port = 0): Promise<void> => {
    server = createServer(attend);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = (): void => {
    for (const session of sessions) session.destroy();
  };
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    cut();
    await closed;
  };
  const deliver = (params: object): Promise<number> =>
    new Promise((resolve) => {
      const [session] = sessions;
      if (!session) throw new Error('nobody is bound');
      session.deliver_sm(params, ({ command_status }) => resolve(command_status));
    });
  const portOf = (): number => (server.address() as AddressInfo).port;

  before(() => start());
  beforeEach(() => {
    mood = 'accept';
    isBroken = false;
    isSilent = false;
  });
  after(stop);
  return {
    get url() {
      return `smpp://vidhuk:secret@127.0.0.1:${portOf()}`;
    },
    async behave(next) {
      mood = next;
    },
    async stopListing() {
      isBroken = true;
    },
    texts: async (phone) => kept.flatMap(({ to, text }) => (to === phone ? [text] : [])),
    given: (phone) => kept.flatMap(({ to, pdu }) => (to === phone ? [pdu] : [])),
    async endAs(state) {
      ending = state;
    },
    async settled(phone) {
      const error = ending === 'delivered' ? 0 : 42;
      for (const message of kept) if (message.to === phone) Object.assign(message, { state: STATES[ending][0], error });
    },
    bound: () => sessions.size,
    async report(phone, state, { as = 'parameters', error = 0 } = {}) {
      const { id, text } = kept.findLast(({ to }) => to === phone) ?? { id: 'unheard-of', text: '' };
      const [number, word] = STATES[state];
      const code = String(error).padStart(3, '0');
      const words = `id:${id} sub:001 dlvrd:001 submit date:2603031000 done date:2603031001 stat:${word} err:${code} text:${text.slice(0, 20)}`;
      const parameters = { receipted_message_id: id, message_state: number };
      return deliver({
        source_addr: phone.slice(1),
        esm_class: 0x04,
        data_coding: 8,
        short_message: words,
        ...(as === 'parameters' && parameters),
      });
    },
    say: (words) => deliver({ source_addr: '380501234567', data_coding: 8, short_message: words }),
    cut,
    fallSilent(silent) {
      isSilent = silent;
    },
    async restart() {
      const port = portOf();
      await stop();
      await start(port);
    },
  };
}
