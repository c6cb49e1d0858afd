import { Problem } from './problem.ts';
import { currentKey, isSame, macOf } from './secrets.ts';

/** Where a page ended: the value that the list is sorted by, and the id of the last row. */
export interface Cursor {
  key: string | null;
  id: string;
}
const macFor = (body: string, listing: string): string =>
  macOf('cursor', currentKey('cursor'), `${listing}\n${body}`).toString('base64url').slice(0, 22);

/** A cursor as it travels: it fits only the listing that it was made for, and nobody can write one of their own. */
export function writeCursor({ key, id }: Cursor, listing: string): string {
  const body = Buffer.from(JSON.stringify([key, id])).toString('base64url');
  return `${body}.${macFor(body, listing)}`;
}
/** Reads it back; one that was changed or belongs to another listing is 422 `field.invalid`. */
export function readCursor(written: string, listing: string): Cursor {
  const [body = '', mac = ''] = written.split('.');
  if (!isSame(mac, macFor(body, listing)))
    throw new Problem('fields.invalid', { errors: [{ in: 'query', path: 'cursor', code: 'field.invalid' }] });
  const [key, id] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [string | null, string];
  return { key, id };
}
