import { type FormValues, type ParsedForm, parseForm } from '#server/http/form.ts';
import { Joining } from '#shared/contract/filing.ts';
import type { FieldError } from '#shared/domain/problems.ts';

const PART = /^(applicant|contact)\.|^(replyBy|consents\.sms)$/;

/** What of a draft is said by one who joins another's appeal: who they are and how to answer them. */
export const joiningIn = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => PART.test(name)));
/** Reads it by the shape of `Joining`. */
export const readJoining = (values: FormValues): ParsedForm<Joining> =>
  parseForm(Joining, joiningIn(values), { boxes: ['consents.sms'], groups: ['applicant', 'contact'] });
/** Everything that is wrong with it. */
export const joiningFaults = (values: FormValues): readonly FieldError[] => readJoining(values).errors ?? [];
