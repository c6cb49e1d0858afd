import type { Socket as Stream } from 'node:net';

/** What is told: a frame for whoever can take it now, and a later one for whoever cannot, about the same subject. */
interface Told {
  frame: Buffer;
  /** Says enough alone, however many frames of this subject were missed. */
  late: Buffer;
  subject: string;
}
/** A frame on its way to many. */
interface Telling extends Told {
  to: readonly Stream[];
  reached: number;
}
/** So long frames are written at a stretch, in milliseconds; then whoever else asks this process is served. */
const SLICE_MS = 2;
/** After how many frames the clock is looked at. */
const LOOK_EVERY = 16;

/** Writes frames to many connections without holding up anybody who asks for something meanwhile. */
export interface Teller {
  /** A connection that takes nothing more at the moment hears the later frame of each subject, once it can. */
  tell(to: Iterable<Stream>, told: Told): void;
  close(): void;
}
/**
 * Frames go to the connections themselves, past the queues of the libraries above: they write whole frames only and compress
 * none, so that frames never mix. All are told in the order of telling.
 */
export function teller(): Teller {
  const queue: Telling[] = [];
  let turn: NodeJS.Immediate | null = null;
  const missed = new WeakMap<Stream, Map<string, Buffer>>();

  const tellLate = (stream: Stream, { subject, late }: Told): void => {
    const known = missed.get(stream);
    if (known) return void known.set(subject, late);
    missed.set(stream, new Map([[subject, late]]));
    stream.once('drain', () => {
      const frames = missed.get(stream);
      missed.delete(stream);
      for (const late of frames?.values() ?? []) if (stream.writable) stream.write(late);
    });
  };
  const send = (stream: Stream, told: Told): void => {
    if (!stream.writable) return;
    if (stream.writableNeedDrain) tellLate(stream, told);
    else stream.write(told.frame);
  };
  const goOn = (): void => {
    turn = null;
    const end = performance.now() + SLICE_MS;
    for (let telling = queue[0]; telling; telling = queue[0]) {
      const { to } = telling;
      while (telling.reached < to.length) {
        const stream = to[telling.reached];
        telling.reached += 1;
        if (stream) send(stream, telling);
        if (telling.reached % LOOK_EVERY !== 0 || performance.now() < end) continue;
        turn = setImmediate(goOn);
        return;
      }
      queue.shift();
    }
  };
  return {
    tell(to, told) {
      queue.push({ ...told, to: [...to], reached: 0 });
      turn ??= setImmediate(goOn);
    },
    close() {
      if (turn) clearImmediate(turn);
      queue.length = 0;
    },
  };
}
