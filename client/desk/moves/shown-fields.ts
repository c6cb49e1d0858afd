import type { CaseCard } from '#shared/contract/register.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import type { Values } from '../form/drafts.ts';

/** What the fields of a move show: the case, what was typed, and what is wrong with it by dotted path. */
export interface ShownFields {
  card: CaseCard;
  verb: Verb;
  values: Values;
  errors: Readonly<Record<string, string>>;
  /** Says a value that no field of the form holds by itself. */
  set: (name: string, value: string) => void;
}
