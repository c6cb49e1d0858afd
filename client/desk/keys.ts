/** What a key can do at the desk. */
export const KEY_COMMANDS = [
  'next',
  'previous',
  'open',
  'close',
  'step',
  'assign',
  'draft',
  'accept',
  'select',
  'undo',
  'note',
  'enter',
  'search',
  'reload',
  'look',
  'help',
] as const;
export type KeyCommand = (typeof KEY_COMMANDS)[number];

/** How each command's key is written for people. */
export const KEY_NAMES: Readonly<Record<KeyCommand, string>> = {
  next: 'J',
  previous: 'K',
  open: 'Enter',
  close: 'Esc',
  step: 'S',
  assign: 'E',
  draft: 'R',
  accept: 'A',
  select: 'X',
  undo: 'Z',
  note: 'M',
  enter: 'C',
  search: '/',
  reload: '.',
  look: 'L',
  help: '?',
};
/** Letters are known by their place on the keyboard, so that they work in the Ukrainian layout as well. */
const BY_PLACE: Readonly<Record<string, KeyCommand>> = {
  KeyJ: 'next',
  KeyK: 'previous',
  KeyS: 'step',
  KeyE: 'assign',
  KeyR: 'draft',
  KeyA: 'accept',
  KeyX: 'select',
  KeyZ: 'undo',
  KeyM: 'note',
  KeyC: 'enter',
  KeyL: 'look',
};
/** Signs are known by what they print, for layouts keep them in different places. */
const BY_SIGN: Readonly<Record<string, KeyCommand>> = { '.': 'reload', '/': 'search', '?': 'help', Escape: 'close' };

/** A press of a key, as far as it matters here. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The command of a key press; null for one that means nothing here. Enter is the browser's own: it follows the link that has the focus. */
export function commandOf(press: KeyPress): KeyCommand | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  return BY_SIGN[press.key] ?? (press.shiftKey ? null : BY_PLACE[press.code]) ?? null;
}
/** True where a single key is text for a field, so that no command may take it. */
export const isTextField = ({
  tagName,
  isContentEditable,
}: Pick<HTMLElement, 'tagName' | 'isContentEditable'>): boolean =>
  isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tagName);
