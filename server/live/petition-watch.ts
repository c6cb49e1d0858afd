import type { Socket as Stream } from 'node:net';
import type { PetitionChange } from './changes.ts';
import { Crowds } from './crowds.ts';
import { eventFrame } from './frame.ts';
import type { Teller } from './teller.ts';

/** So many petitions may one page watch at once: a list of them. */
const MOST_PETITIONS = 30;

/** Everybody who has a petition open: however many, a window of signatures costs one frame and nothing is read. */
export interface PetitionWatch {
  /** Lets a connection hear of a petition by its number; false where it is none, or it hears of as many as it may. */
  begin(stream: Stream, number: unknown): boolean;
  end(stream: Stream): void;
  tell(change: PetitionChange): void;
}
/** What is told is public as it is: counts, and that a petition was moved on; a number that nobody sees yet has no windows. */
export function watchPetitions(teller: Teller): PetitionWatch {
  const crowds = new Crowds();
  return {
    begin(stream, number) {
      if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return false;
      const names = crowds.namesOf(stream);
      const name = String(number);
      if (names.includes(name)) return true;
      if (names.length >= MOST_PETITIONS || !stream.writable) return false;
      crowds.move(stream, [...names, name]);
      return true;
    },
    end: (stream) => crowds.move(stream, []),
    tell({ number, count }) {
      const name = String(number);
      if (!crowds.has(name)) return;
      const frame = eventFrame('petition.changed', { number, count });
      // A count is superseded by the next; a move is not, so each has a late frame of its own.
      teller.tell(crowds.in([name]), { frame, late: frame, subject: `petition ${name} ${count ? 'count' : 'move'}` });
    },
  };
}
