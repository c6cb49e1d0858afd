import type { MoveBody } from '#shared/contract/move.ts';
import type { AnswerResult, ReasonCode } from '#shared/domain/appeal.ts';
import { APPEAL_WORKFLOW } from '#shared/domain/appeal-workflow.ts';
import { type MoveInput, VERBS, type Verb } from '#shared/domain/workflow.ts';
import type { Values } from '../form/drafts.ts';
import { publicationIn } from '../publication/publication-input.ts';
import { assignmentBody } from './assignment-fields.tsx';
import { isPlain, type PlainInput, plainBody } from './move-specs.ts';
import { registrationBody } from './registration-fields.tsx';

/** The one thing that a verb asks for. */
export const inputOf = (verb: Verb): MoveInput =>
  APPEAL_WORKFLOW.find((move) => move.verb === verb)?.input ?? 'nothing';

/** Verbs that lead back rather than on; they stand after the others. */
const BACKWARD: ReadonlySet<Verb> = new Set(['decline', 'rework', 'reopen']);
/** Verbs that change what others see and move nothing: the publication's own panel has them. */
const ASIDE: ReadonlySet<Verb> = new Set(['publish', 'hide']);
/** Verbs that few cases need: they stand folded behind the usual ones. */
const RARE: ReadonlySet<Verb> = new Set([
  ...([
    'inspect',
    'extend',
    'ask',
    'reply',
    'interim',
    'keep',
    'postpone',
    'forward',
    'return',
    'terminate',
    'withdraw',
  ] as const),
  ...(['merge', 'unmerge', 'split', 'reclassify', 'transfer', 'control'] as const),
]);
/** What this person may do beside the usual way. */
export const rareVerbs = (can: Partial<Record<Verb, boolean>>): Verb[] =>
  VERBS.filter((verb) => can[verb] && RARE.has(verb));
/** What this person may do next on the usual way, the way on before the ways back. */
export function allowedVerbs(can: Partial<Record<Verb, boolean>>): Verb[] {
  const allowed = VERBS.filter((verb) => can[verb] && !ASIDE.has(verb) && !RARE.has(verb));
  return [...allowed.filter((verb) => !BACKWARD.has(verb)), ...allowed.filter((verb) => BACKWARD.has(verb))];
}
/** The verb whose form stands open by itself: the way on, where it asks for one thing that is quickly given. */
export function verbAtHand(can: Partial<Record<Verb, boolean>>): Verb | null {
  const [first] = allowedVerbs(can);
  return first && ['questionGroup', 'departmentId', 'signature'].includes(inputOf(first)) ? first : null;
}
/** The reasons that fit a verb. */
export const REASONS: Readonly<Partial<Record<Verb, readonly ReasonCode[]>>> = {
  decline: ['not-ours', 'incomplete'],
  rework: ['incomplete', 'off-the-point'],
  reopen: ['not-done', 'new-facts'],
  hide: ['personal-data', 'safety', 'applicant-asked'],
};

type Input = Omit<MoveBody, 'expectedVersion'>;
/** What each input with a form of its own sends of its values; a field left empty is left out, and the server says that it is missing. */
const SENT: Readonly<Record<Exclude<MoveInput, PlainInput>, (values: Values) => Input>> = {
  nothing: () => ({}),
  questionGroup: registrationBody,
  departmentId: assignmentBody,
  answer: ({ 'answer.text': text = '', 'answer.result': result, 'answer.appealRoute': route, ...more }) => {
    const promised = more['answer.followUpOn'];
    const chosen = result ? { result: result as AnswerResult } : {};
    const appealRoute = result === 'refused' && route?.trim() ? { appealRoute: route } : {};
    const followUpOn = result === 'explained' && promised ? { followUpOn: promised } : {};
    const [id = '', version] = more['answer.template']?.split('/') ?? [];
    const template = version ? { template: { id, version: Number(version) } } : {};
    return { answer: { text, ...chosen, ...appealRoute, ...followUpOn, ...template } as Input['answer'] & object };
  },
  signature: ({ 'signature.fileId': fileId, 'signature.isOral': isOral }) => ({
    signature: isOral ? { isOral: true } : fileId ? { fileId } : {},
  }),
  publication: publicationIn,
  reasonCode: ({ reasonCode }) => (reasonCode ? { reasonCode: reasonCode as ReasonCode } : {}),
};
/** The body of a move, without the version. */
export function inputFrom(verb: Verb, values: Values): Input {
  const input = inputOf(verb);
  return isPlain(input) ? plainBody(input, values) : SENT[input](values);
}
