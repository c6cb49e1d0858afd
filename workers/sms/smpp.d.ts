/** What we use of `smpp`, which comes without types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  /** A message of the protocol (SMPP 3.4, section 4), its parameters beside its head. */
  export interface Pdu {
    command: string;
    command_status: number;
    sequence_number: number;
    esm_class?: number;
    data_coding?: number;
    registered_delivery?: number;
    source_addr?: string;
    destination_addr?: string;
    system_id?: string;
    password?: string;
    message_id?: string;
    message_state?: number;
    error_code?: number;
    receipted_message_id?: string;
    short_message?: { message: string | Buffer };
    message_payload?: { message: string | Buffer };
    response(params?: object): Pdu;
  }
  type Request = (params: object, answered?: (pdu: Pdu) => void) => boolean;
  /** One connection. A request answers false where nothing was written. */
  export interface Session extends EventEmitter {
    bind_transceiver: Request;
    submit_sm: Request;
    query_sm: Request;
    deliver_sm: Request;
    enquire_link: Request;
    unbind: Request;
    send(pdu: Pdu): boolean;
    close(): void;
    destroy(): void;
    socket: import('node:net').Socket;
  }
  /** Connects; `ssmpp:` of the scheme is `tls` here, and further options are those of `tls.connect`. */
  export function connect(options: { host: string; port: number; tls: boolean; servername?: string }): Session;
  export function createServer(onSession: (session: Session) => void): Server;
}
