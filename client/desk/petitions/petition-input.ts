import type { DeskPetitionVerb, PetitionMoveBody } from '#shared/contract/petition-desk.ts';
import type { Values } from '../form/drafts.ts';
import { forwardedInput } from './forwarded-input.ts';

/** The fields of a correction are named below this. */
export const CORRECTION = 'correction.';
type Input = Omit<PetitionMoveBody, 'expectedVersion'>;
const FOLLOW_UP = /^answer\.followUps\.(\d+)\./;

/** How many promises the form of the answer has. */
export const followUpsIn = (values: Values): number =>
  Object.keys(values).reduce((most, name) => Math.max(most, Number(FOLLOW_UP.exec(name)?.[1] ?? -1) + 1), 0);

/** A number as somebody typed it, with whatever signs around; null for none, which the server refuses by the name of its field. */
const numberIn = (typed: string | undefined): number => Number(/\d+/.exec(typed ?? '')?.[0] ?? Number.NaN);
const typed = (values: Values, name: string) =>
  values[name]?.trim() ? { [name.split('.')[1] ?? '']: values[name] } : {};

/** What each verb sends of its form; a field left empty is sent as such or left out, and the server says that it is missing. */
const SENT: Readonly<Record<DeskPetitionVerb, (values: Values) => object>> = {
  publish: () => ({}),
  suggest: ({ suggestion = '' }) => ({ suggestion }),
  reject: (values) => ({
    rejection: {
      ...typed(values, 'rejection.reason'),
      explanation: values['rejection.explanation'] ?? '',
    },
  }),
  merge: ({ primaryNumber }) => ({ primaryNumber: numberIn(primaryNumber) }),
  correct: (values) => ({ correction: forwardedInput((name) => values[`${CORRECTION}${name}`] ?? '') }),
  announce: () => ({}),
  prolong: (values) => ({ hearing: { on: values['hearing.on'] ?? '', until: values['hearing.until'] ?? '' } }),
  conclude: ({ reviewedOn = '' }) => ({ reviewedOn }),
  answer: (values) => ({
    answer: {
      ...typed(values, 'answer.decision'),
      reasons: values['answer.reasons'] ?? '',
      ...typed(values, 'answer.measures'),
      ...typed(values, 'answer.unit'),
      followUps: Array.from({ length: followUpsIn(values) }, (_, i) => ({
        on: values[`answer.followUps.${i}.on`] ?? '',
        what: values[`answer.followUps.${i}.what`] ?? '',
      })),
    },
  }),
  keep: ({ promise }) => (promise ? { promise: Number(promise) } : {}),
};
/** The body of a move of a petition, without the version. */
export const petitionInput = (verb: DeskPetitionVerb, values: Values): Input => SENT[verb](values) as Input;
