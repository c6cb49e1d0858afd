/** What a request for a file comes to, by its headers (RFC 9110, sections 13 and 14). */
type Asked =
  | { kind: 'whole' }
  | { kind: 'part'; from: number; to: number }
  | { kind: 'unmodified' }
  | { kind: 'unsatisfiable' };
/** The headers that it depends on. */
interface AskedBy {
  range?: string | undefined;
  'if-range'?: string | undefined;
  'if-none-match'?: string | undefined;
}
const tagsIn = (said: string): string[] => said.split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/** Whether somebody holds one of these answers already. */
export const isHeld = (ifNoneMatch: string | undefined, etags: readonly string[]): boolean =>
  ifNoneMatch !== undefined && tagsIn(ifNoneMatch).some((tag) => tag === '*' || etags.includes(tag));

/**
 * Reads one range of bytes, from the first up to the last without it. Several at once, other units and what is no range are
 * passed over, as the RFC allows; so is a range of another state of the file than `If-Range` names.
 */
export function askedFor(headers: AskedBy, etag: string, bytes: number): Asked {
  const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = headers;
  if (isHeld(ifNoneMatch, [etag])) return { kind: 'unmodified' };
  const [, first = '', last = ''] = /^bytes=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/.exec(range ?? '') ?? [];
  if (!range || (first === '' && last === '')) return { kind: 'whole' };
  if (ifRange !== undefined && ifRange !== etag) return { kind: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), bytes);
    return length > 0 ? { kind: 'part', from: bytes - length, to: bytes } : { kind: 'unsatisfiable' };
  }
  const [from, to] = [Number(first), last === '' ? bytes : Math.min(Number(last) + 1, bytes)];
  if (last !== '' && Number(last) < from) return { kind: 'whole' };
  return from < bytes ? { kind: 'part', from, to } : { kind: 'unsatisfiable' };
}
