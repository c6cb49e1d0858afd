import { crockford, isSame, keysOf, macOf } from './secrets.ts';

const LINK = /^([0-9a-f]{24})-([0-9A-HJKMNP-TV-Z]{16})$/;
const codeOf = (about: string, keyId: string): string => crockford(macOf('letter-link', keyId, about), 16);

/**
 * What stands in the addresses by which letters are turned off: the id of what they are sent by, with a code that is derived, never
 * stored, and good for nothing else, for an address may have been mistyped. `of` tells one kind of ids from another.
 */
export const letterLinkOf = (id: string, of = ''): string => `${id}-${codeOf(of + id, keysOf('letter-link')[0] ?? '')}`;
/** The id behind such a link, under any key in use; null for a link that leads nowhere. */
export function idByLetterLink(link: string, of = ''): string | null {
  const [, id = '', code = ''] = LINK.exec(link) ?? [];
  return id && keysOf('letter-link').some((keyId) => isSame(code, codeOf(of + id, keyId))) ? id : null;
}
