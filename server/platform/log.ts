import { type Logger, pino } from 'pino';

/** A place to write what happens. Ids, statuses and counts only: no names, contacts, texts, query strings or bodies. */
export type Log = Logger;

let shared: Log = pino({ level: 'silent' });
/** Sets this process's log at start: JSON lines on stderr. */
export const useLog = (level: string, name: string): Log => {
  shared = pino({ level, name, base: { name, pid: process.pid }, serializers: { err: errorOf } }, pino.destination(2));
  return shared;
};
/** The log of this process; silent until it is set. */
export const log = (): Log => shared;

/** An error without what drivers put into messages (duplicate keys carry values): its kind, code and stack frames. */
function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const isOurs = error.name === 'Error' || error.name === 'TypeError';
  return { kind: error.name, code, message: isOurs ? error.message.slice(0, 200) : undefined, frames };
}
