import { connect, type Pdu, type Session } from 'smpp';
import { oncePerOutage } from '#workers/platform/outage.ts';

/** Requests that we make of the other side. */
type Command = 'submit_sm' | 'query_sm' | 'enquire_link' | 'unbind';
/** No request left: there is no connection, or the other side does not know us. `cause` is a code. */
export class NotBound extends Error {}
/** A request left and nobody knows what became of it. */
class NoAnswer extends Error {}

/** Where the operator's SMSC listens, and how we are known there. */
export interface SmppAccount {
  /** `smpp://name:password@host:2775`, or `ssmpp://…` over TLS. */
  url: string;
  /** Milliseconds until a silent other side is given up on. */
  timeoutMs: number;
  /** How often it is asked whether it is there, in milliseconds. */
  enquireMs: number;
}
/** Hears what the other side brings of itself; a rejection asks it to bring it again. */
type OnDelivery = (pdu: Pdu) => Promise<void>;

const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [1_000, 60_000];
/** ESME_RX_T_APPN: trouble of ours that will pass. */
const LATER = 0x64;
const VERSION_3_4 = 0x34;

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === 'ssmpp:' ? 3550 : 2775));
const codeOf = (status: number): string => `smpp-0x${status.toString(16).padStart(2, '0')}`;

/** A bound connection to an SMSC that is made again by itself when it breaks, for receipts come over it too. */
export class SmppLine {
  readonly #account: SmppAccount;
  readonly #onDelivery: OnDelivery;
  readonly #outage = oncePerOutage('sms-smpp');
  #bound: Promise<Session> | null = null;
  #retry: NodeJS.Timeout | undefined;
  #waitMs = FIRST_WAIT_MS;
  #isClosed = false;

  constructor(account: SmppAccount, onDelivery: OnDelivery) {
    this.#account = account;
    this.#onDelivery = onDelivery;
    this.#open().catch(() => {}); // #lost has seen to it
  }

  /** One request and its answer. Throws NotBound where it certainly did not leave, NoAnswer where nobody can tell. */
  async ask(command: Command, params: object): Promise<Pdu> {
    return this.#request(await this.#open(), command, params);
  }
  /** Takes leave and lets go. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    const session = await this.#bound?.catch(() => null);
    if (!session) return;
    await this.#request(session, 'unbind', {}).catch(() => {});
    session.destroy();
  }

  #open(): Promise<Session> {
    if (this.#isClosed) return Promise.reject(new NotBound('closed'));
    clearTimeout(this.#retry);
    this.#bound ??= this.#bind();
    return this.#bound;
  }
  /** Notes that the connection is no more, and plans the next. */
  #lost(cause: string): void {
    this.#bound = null;
    if (this.#isClosed) return;
    this.#outage.trouble(cause);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#open().catch(() => {}), this.#waitMs).unref();
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
  }
  #bind(): Promise<Session> {
    const url = new URL(this.#account.url);
    const { hostname, username, password, protocol } = url;
    const isTls = protocol === 'ssmpp:';
    const host = hostname.replace(/^\[|\]$/g, '');
    const session = connect({ host, port: portOf(url), tls: isTls, ...(isTls && { servername: host }) });
    session.setMaxListeners(0); // each request listens for the end of the connection
    return new Promise((resolve, reject) => {
      let cause = 'no-connection';
      const tooLong = setTimeout(() => session.destroy(), this.#account.timeoutMs);
      session.on('error', () => session.destroy()); // of the network, or bytes that are no PDU
      session.once('close', () => {
        clearTimeout(tooLong);
        reject(new NotBound(cause));
        this.#lost(cause);
      });
      session.once(isTls ? 'secureConnect' : 'connect', () => {
        const account = {
          system_id: decodeURIComponent(username),
          password: decodeURIComponent(password),
          interface_version: VERSION_3_4,
        };
        session.bind_transceiver(account, ({ command_status: status }) => {
          clearTimeout(tooLong);
          cause = status === 0 ? 'cut' : codeOf(status);
          if (status !== 0) return session.destroy();
          this.#waitMs = FIRST_WAIT_MS;
          this.#outage.over();
          this.#attend(session);
          resolve(session);
        });
      });
    });
  }
  /** Answers what the other side asks, and asks from time to time whether it is there. */
  #attend(session: Session): void {
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    session.on('unbind', (pdu: Pdu) => {
      session.send(pdu.response());
      session.close();
    });
    session.on('deliver_sm', (pdu: Pdu) => {
      const answer = (params: object) => session.send(pdu.response(params));
      this.#onDelivery(pdu).then(
        () => answer({}),
        () => answer({ command_status: LATER }),
      );
    });
    const alive = setInterval(() => {
      this.#request(session, 'enquire_link', {}).catch(() => {}); // it has ended the connection
    }, this.#account.enquireMs).unref();
    session.once('close', () => clearInterval(alive));
  }
  #request(session: Session, command: Command, params: object): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      const silent = () => {
        clearTimeout(timer);
        reject(new NoAnswer('no-answer'));
        session.destroy(); // what was silent once is not leaned on again
      };
      const timer = setTimeout(silent, this.#account.timeoutMs);
      session.once('close', silent);
      const hasLeft = session[command](params, (pdu) => {
        clearTimeout(timer);
        session.off('close', silent);
        resolve(pdu);
      });
      if (hasLeft) return;
      clearTimeout(timer);
      session.off('close', silent);
      reject(new NotBound('no-connection'));
      session.destroy();
    });
  }
}
/** A status of the protocol as a code, or null where it says that all is well (SMPP 3.4, section 5.1.3). */
export const troubleIn = ({ command_status: status }: Pdu): string | null => (status === 0 ? null : codeOf(status));
