/** A query as it can be read: all of it a name, or a name and a house. */
export interface Reading {
  name: string;
  /** In small letters and without spaces: «5а», «5/7», «5к2». */
  house: string | null;
}
/** «Одеса» before the street, with or without the country and the postal code. */
const CITY =
  /^(?:україна\s*,\s*)?(?:65\d{3}\s*,?\s*)?(?:(?:м\.|м(?=\s)|місто|г\.|г(?=\s)|город)\s*(?:одеса|одесса)(?!\p{L})[\s,]*|(?:одеса|одесса|odesa|odessa)\s*,\s*)/iu;
/** A flat or an office is nobody’s business here. */
const FLAT = /[\s,]+(?:кв|квартира|оф|офіс|офис|apt|flat)\.?\s*\d{1,4}$/iu;
const NUMBER = String.raw`\d{1,4}(?:\s?-?\s?\p{L}(?!\p{L}))?(?:\s?[/-]\s?\d{1,4}(?:\s?\p{L}(?!\p{L}))?)?`;
const AFTER = new RegExp(
  String.raw`[\s,.]+(?:(?:будинок|буд|дом|д|б|house|no|№)[\s.]*)?(${NUMBER}(?:[\s,]*(?:корпус|корп|к)\.?\s*\d{1,3})?)$`,
  'iu',
);
const BEFORE = new RegExp(String.raw`^(${NUMBER})[\s,]+`, 'iu');

const houseOf = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/корпус|корп/, 'к')
    .replace(/[\s.,]+/g, '')
    .replace(/-(?=\p{L})/u, '');

/** The ways to read a query, the plainest first: numbers are houses only in some of them, since streets have numbers, too. */
export function readingsOf(query: string): Reading[] {
  const typed = query.trim().replace(/[\s.,]+$/, '');
  const address = typed.replace(CITY, '').replace(FLAT, '');
  const named = (name: string, house: string | undefined): Reading[] =>
    /\p{L}/u.test(name) && house !== undefined ? [{ name, house: houseOf(house) }] : [];
  const [after, before] = [AFTER.exec(address), BEFORE.exec(address)];
  return [
    { name: typed, house: null },
    ...(address === typed ? [] : [{ name: address, house: null }]),
    ...named(address.slice(0, after?.index), after?.[1]),
    ...named(address.slice(before?.[0].length), before?.[1]),
  ];
}
