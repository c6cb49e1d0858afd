import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync, renameSync, type WriteStream, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How far a message has come, in Twilio's words. */
export type MessageStatus = 'accepted' | 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';
/** A message as the simulator keeps it; instants in RFC 3339. */
export interface Message {
  sid: string;
  to: string;
  from: string | null;
  body: string;
  messagingServiceSid: string | null;
  statusCallback: string | null;
  status: MessageStatus;
  errorCode: number | null;
  parts: number;
  createdAt: string;
  updatedAt: string;
  sentAt: string | null;
}
/** What stays of every message that was ever taken: neither number nor words, also where it was deleted. */
export type Taken = Pick<Message, 'sid' | 'statusCallback' | 'status' | 'parts'>;
type Line = Message | (Taken & { deleted: true });

/** Reads what a file of lines still holds; the last line may be torn by a kill. */
function readLines(file: string): { messages: Map<string, Message>; deleted: Map<string, Taken>; lines: number } {
  const messages = new Map<string, Message>();
  const deleted = new Map<string, Taken>();
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  const lines = text.split('\n').filter(Boolean);
  for (const line of lines) {
    try {
      const said = JSON.parse(line) as Line;
      if ('deleted' in said) {
        messages.delete(said.sid);
        deleted.set(said.sid, said);
      } else messages.set(said.sid, said);
    } catch {}
  }
  return { messages, deleted, lines: lines.length };
}

const takenOf = ({ sid, statusCallback, status, parts }: Taken): Taken => ({ sid, statusCallback, status, parts });
const graveOf = (message: Taken): Taken & { deleted: true } => ({ ...takenOf(message), deleted: true });

/** All messages that were ever taken, in memory and as JSON lines in a file, so that they outlive the process. */
export class Messages {
  readonly #messages: Map<string, Message>;
  readonly #deleted: Map<string, Taken>;
  readonly #file: WriteStream;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    const { messages, deleted, lines } = readLines(file);
    this.#messages = messages;
    this.#deleted = deleted;
    if (lines > 2 * (messages.size + deleted.size)) {
      const kept: Line[] = [...messages.values(), ...[...deleted.values()].map(graveOf)];
      writeFileSync(`${file}.new`, kept.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    // Numbers and codes lie here in the open: it is a demo's file, and its owner's alone.
    this.#file = createWriteStream(file, { flags: 'a', mode: 0o600 });
    if (lines > 0) this.#file.write('\n'); // closes a torn line
  }
  /** Takes a message; resolves when it is in the file. */
  async add(message: Omit<Message, 'sid'>): Promise<Message> {
    const taken = { sid: `SM${randomBytes(16).toString('hex')}`, ...message };
    await this.#append(taken); // before anybody can see it: a kill between the two would unsay it
    this.#messages.set(taken.sid, taken);
    return taken;
  }
  /** Changes one that is still there. */
  async change(sid: string, changes: Partial<Message>): Promise<Message | null> {
    const known = this.#messages.get(sid);
    if (!known) return null;
    const changed = { ...known, ...changes };
    this.#messages.set(sid, changed);
    await this.#append(changed);
    return changed;
  }
  /** True where there was one. */
  async remove(sid: string): Promise<boolean> {
    const known = this.#messages.get(sid);
    if (!known) return false;
    const grave = graveOf(known);
    this.#messages.delete(sid);
    this.#deleted.set(sid, grave);
    await this.#append(grave);
    return true;
  }
  get(sid: string): Message | null {
    return this.#messages.get(sid) ?? null;
  }
  /** Oldest first. */
  all(): Message[] {
    return [...this.#messages.values()];
  }
  /** Every message that was ever taken, in no order. */
  taken(): Taken[] {
    return [...this.#messages.values(), ...this.#deleted.values()].map(takenOf);
  }
  async close(): Promise<void> {
    this.#file.end();
    await once(this.#file, 'close');
  }
  #append(line: Line): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#file.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve()));
    });
  }
}
