import { checkFiling } from '#server/appeals/index.ts';
import { type FormValues, parseForm, type Reading } from '#server/http/form.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import type { FieldError } from '#shared/domain/problems.ts';

/** How a draft is read as a whole filing, by the shape of `NewAppeal`. */
export const READING = {
  boxes: ['consents.sms', 'consents.publication'],
  numbers: ['place.point.coordinates.0', 'place.point.coordinates.1'],
  groups: ['applicant', 'contact'],
  check: checkFiling,
} satisfies Reading;

/** Names that steer the wizard and are no part of an appeal begin so. */
const OWN = 'ui.';
/** What of a draft is the appeal itself: without what steers the wizard, and without what only a complaint says where it is none. */
export const filingIn = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => !name.startsWith(OWN) && (values.kind === 'complaint' || !name.startsWith('contested.')),
    ),
  );

/** Of all that is wrong with a draft, what lies under these names: `place` covers `place.address`. */
export function faultsUnder(values: FormValues, names: readonly string[]): FieldError[] {
  const { errors = [] } = parseForm(NewAppeal, filingIn(values), READING);
  return errors.filter(({ path }) => names.some((name) => path === name || path.startsWith(`${name}.`)));
}
