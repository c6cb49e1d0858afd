import { useState } from 'preact/hooks';
import type { Refusal } from '#client/platform/api.ts';
import { type DeskPetition, type DeskPetitionVerb, moveDeskPetition } from '#shared/contract/petition-desk.ts';
import type { Objection } from '#shared/domain/objections.ts';
import type { PetitionStatus } from '#shared/domain/petition-workflow.ts';
import { fill } from '#shared/texts/fill.ts';
import { type Desk, useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { type Trouble, troubleSaying } from '../form/trouble.ts';
import { useSending } from '../form/use-sending.ts';
import { isConflict } from '../moves/conflict-words.ts';
import { petitionInput } from './petition-input.ts';

/** How a petition is moved from its card. */
export interface PetitionMover {
  isSending: boolean;
  trouble: Trouble | null;
  /** What was done last, until something else is begun. */
  done: DeskPetitionVerb | null;
  /** Forgets what came of the last move, before another is tried. */
  begin: () => void;
  /** Answers whether the petition was moved. */
  move: (petition: DeskPetition, verb: DeskPetitionVerb, values: Values) => Promise<boolean>;
}
/** A 409 in words: the petition is not what it was, or does not allow it. */
function conflictSaying({ problem }: Refusal, verb: DeskPetitionVerb, { petitions, moves }: Desk['words']): string {
  if (problem.code === 'version.stale') return petitions.moves.stale;
  const { from, reason = 'not-from-this-status' } = problem as { from?: PetitionStatus; reason?: Objection };
  if (reason !== 'not-from-this-status' || !from) return moves.refused.why[reason];
  return fill(petitions.moves.notNow, { status: petitions.statuses[from], verb: petitions.moves.verbs[verb] });
}
/** Moves petitions; `arrived` hears of each card that comes back, and whether this person's move made it. */
export function usePetitionMove(arrived: (petition: DeskPetition, isMoved: boolean) => void): PetitionMover {
  const { ask, words } = useDesk();
  const { send, isSending, refused, begin } = useSending();
  const [conflict, setConflict] = useState<Trouble | null>(null);
  const [done, setDone] = useState<DeskPetitionVerb | null>(null);
  const forget = (): void => {
    begin();
    setConflict(null);
    setDone(null);
  };
  return {
    isSending,
    trouble: refused ?? conflict,
    done,
    begin: forget,
    async move(petition, verb, values) {
      forget();
      const { id, version: expectedVersion } = petition;
      const moved = await send(async () => {
        try {
          const body = { expectedVersion, ...petitionInput(verb, values) };
          return await ask(moveDeskPetition, { params: { id, verb }, body });
        } catch (error) {
          if (!isConflict(error)) throw error;
          setConflict(troubleSaying(conflictSaying(error, verb, words)));
          const { current } = error.problem as { current?: DeskPetition };
          if (current) arrived(current, false);
          return null;
        }
      });
      if (!moved) return false;
      arrived(moved, true);
      setDone(verb);
      return true;
    },
  };
}
