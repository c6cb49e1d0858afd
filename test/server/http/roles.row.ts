/** The columns of the tables: who knocks. */
export const ROLES = [
  ...(['visitor', 'holder', 'resident', 'operator', 'executor', 'controller', 'head'] as const),
  ...(['auditor', 'administrator'] as const),
] as const;
/** One of them. */
export type Role = (typeof ROLES)[number];
/** `in`: past the door, whatever comes then; a number: refused with it. */
type Verdict = 'in' | 401 | 403 | 404;
/** One call: its pattern, the address where that differs, its body, and how each role fares. */
export type Row = readonly [call: string, path: string, body: object | undefined, ...verdicts: Verdict[]];

/** The register’s case here is another person’s: neither opened by the holder, nor of the resident’s phone, nor of the executor’s unit. */
export const CASE = '{case}';
/** An id that nothing has. */
export const NOBODY = 'f'.repeat(24);
/** The petition here was sent a moment ago, by somebody else. */
export const PETITION = '{petition}';
