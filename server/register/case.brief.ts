import { personalDataIn } from '#shared/domain/personal-data.ts';
import type { Case } from './case.model.ts';
import { regimeOf } from './regime.ts';

/** So many characters stand for what was written. */
const LENGTH = 180;
/** A text without what in it looks like somebody's personal data. */
const impersonal = (text: string): string =>
  personalDataIn(text).reduce(
    (left, { quote }) => left.replaceAll(quote, '[…]'),
    text.normalize('NFC').replace(/\s+/g, ' ').trim(),
  );

/** The beginning of what was written, for papers that are carried about: what looks like personal data is left out of it. */
export function briefOf(found: Case): string {
  const line = impersonal(regimeOf(found.regime).textOf(found));
  return line.length > LENGTH ? `${line.slice(0, LENGTH).replace(/\S*$/, '').trimEnd()}…` : line;
}
/** The place in words under the same rule; null where none was told. */
export function placeBriefly({ place }: Case): string | null {
  const said = place.address ?? place.description;
  return said && impersonal(said);
}
