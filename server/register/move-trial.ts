import type { Actor, Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Case } from './case.model.ts';
import { decideMove, type MoveRequest } from './case.move.ts';

/** Why a move would be refused as far as the case shows it, or null; nothing is written. */
export function refusalOfMove(actor: Actor | Visitor, found: Case, request: MoveRequest): Problem | null {
  try {
    decideMove(actor, found, request);
    return null;
  } catch (cause) {
    if (cause instanceof Problem) return cause;
    throw cause;
  }
}
