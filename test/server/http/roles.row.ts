/** The columns of the tables: who knocks. */
export const ROLES = [
  ...(['visitor', 'holder', 'resident', 'operator', 'executor', 'controller', 'head'] as const),
  ...(['auditor', 'administrator'] as const),
] as const;
/** One of them. */
export type Role = (typeof ROLES)[number];
/** `in`: past the door, whatever comes then; a number: refused with it. */
type Verdict = 'in' | 401 | 403 | 404;
/** One call: its pattern, the address where that differs, its body, and how each role fares, in the order of `ROLES`. */
export type Row = readonly [call: string, path: string, body: object | undefined, verdicts: string];
const VERDICTS: readonly Verdict[] = ['in', 401, 403, 404];
/** How each role fares, read from a row; throws where a row says too few, too many or what is no verdict. */
export function verdictsIn([call, , , said]: Row): Verdict[] {
  const verdicts = said.split(' ').flatMap((word) => VERDICTS.filter((verdict) => String(verdict) === word));
  if (verdicts.length !== ROLES.length || verdicts.join(' ') !== said) throw new Error(`${call}: ${said}`);
  return verdicts;
}

/** The register’s case here is another person’s: neither opened by the holder, nor of the resident’s phone, nor of the executor’s unit. */
export const CASE = '{case}';
/** An id that nothing has. */
export const NOBODY = 'f'.repeat(24);
/** The petition here was sent a moment ago, by somebody else. */
export const PETITION = '{petition}';
