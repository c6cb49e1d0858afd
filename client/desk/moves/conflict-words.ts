import { Refusal } from '#client/platform/api.ts';
import type { Objection } from '#shared/domain/objections.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { fill } from '#shared/texts/fill.ts';
import { statusWord } from '../case-words.ts';
import type { Desk } from '../desk-context.ts';

/** True for a move that the case as it is now does not allow. */
export const isConflict = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.problem.status === 409;

/** A 409 in words: why not, and what can be done instead. */
export function conflictWords({ problem }: Refusal, verb: Verb, { desk, moves }: Desk['words']): string {
  const { refused, verbs } = moves;
  if (problem.code === 'version.stale') return refused.stale;
  const said = problem as { from?: string; reason?: Objection; allowed?: Verb[] };
  const { from = '', reason = 'not-from-this-status', allowed = [] } = said;
  const why = fill(refused.why[reason], { status: statusWord(desk, from), verb: verbs[verb] });
  if (allowed.length === 0) return why;
  return `${why} ${fill(refused.allowed, { verbs: allowed.map((other) => verbs[other].toLowerCase()).join(', ') })}`;
}
