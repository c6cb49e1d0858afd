import type { Socket as Stream } from 'node:net';
import { caseById, isPublic } from '#server/register/index.ts';
import type { Change } from './changes.ts';
import { Crowds } from './crowds.ts';
import { eventFrame } from './frame.ts';
import type { Teller } from './teller.ts';

/** So many public cases may one page watch at once. */
const MOST_CASES = 50;

/** Strangers who have public cases open: however many, a change costs one look at its case and one frame. */
export interface StrangerWatch {
  /** Lets a connection hear of a public case; false where it hears of as many as it may. */
  begin(stream: Stream, caseId: string): boolean;
  end(stream: Stream): void;
  /** Tells everybody who watches the case, as long as it is public; once it is not they hear no more of it. */
  tell(change: Change): Promise<void>;
}
/** Watches by the connection alone: rights are asked before somebody is let in, and of the case again at each change. */
export function watchStrangers(teller: Teller): StrangerWatch {
  const crowds = new Crowds();
  return {
    begin(stream, caseId) {
      const ids = crowds.namesOf(stream);
      if (ids.includes(caseId)) return true;
      if (ids.length >= MOST_CASES || !stream.writable) return false;
      crowds.move(stream, [...ids, caseId]);
      return true;
    },
    end: (stream) => crowds.move(stream, []),
    async tell({ id, status }) {
      if (!crowds.has(id)) return;
      const found = await caseById(id).catch(() => null);
      if (!found || !isPublic(found)) return crowds.clear(id);
      const frame = eventFrame('case.changed', { id, status });
      teller.tell(crowds.in([id]), { frame, late: frame, subject: id });
    },
  };
}
