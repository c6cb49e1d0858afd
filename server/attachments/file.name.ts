import { DOCX, PDF } from './file.sort.ts';
import { PHOTO_TYPE } from './photo.ts';

const EXTENSIONS: Readonly<Record<string, string>> = { [PHOTO_TYPE]: '.jpg', [PDF]: '.pdf', [DOCX]: '.docx' };
/** Letters of a name before its extension. */
const LONGEST = 100;
/** What a name must not have: control and format characters (direction of writing among them), halves of letters, and signs of paths. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\ufffd<>:"|?*]+/gu;

/** The extension that belongs to what a file is. */
export const extensionOf = (type: string): string => EXTENSIONS[type] ?? '';

/** A name that can be shown and kept on any disk: no path, nothing invisible, and the extension of what the file really is. */
export function nameOf(said: string, type: string): string {
  const last = said.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const bare = last
    .replace(UNFIT, ' ')
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${Array.from(bare).slice(0, LONGEST).join('') || 'file'}${extensionOf(type)}`;
}
