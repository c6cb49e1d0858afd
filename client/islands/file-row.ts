import type { Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';

/** The line of one file on its way, with a bar and its buttons. */
export interface FileRow {
  element: HTMLElement;
  begun(): void;
  /** How much of it has gone, from 0 to 1. */
  progress(part: number): void;
  /** Says why it was not taken; `retry` where sending it again may help. */
  failed(why: string, retry: (() => void) | null): void;
  isSending(): boolean;
  remove(): void;
}
const button = (label: string, name: string, press: () => void): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button quiet';
  made.textContent = label;
  made.setAttribute('aria-label', `${label}: ${name}`);
  made.addEventListener('click', press);
  return made;
};

/** Makes the line of one file; `cancel` is pressed to give it up, whether it is on its way or was refused. */
export function fileRow(name: string, words: Islands['file-sender']['words'], cancel: () => void): FileRow {
  const element = document.createElement('div');
  let isSending = false;
  const shown = document.createElement('span');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', name);
  const waiting = (): void => {
    shown.textContent = name;
    element.className = 'file';
    shown.className = '';
    bar.value = 0;
    element.replaceChildren(shown, bar, button(words.cancel, name, cancel));
  };
  waiting();
  return {
    element,
    begun() {
      isSending = true;
      waiting();
    },
    progress(part) {
      bar.value = part;
    },
    failed(why, retry) {
      isSending = false;
      element.className = 'file refused';
      shown.className = 'error';
      shown.textContent = fill(words.refused, { name, why });
      const buttons = document.createElement('span');
      if (retry) buttons.append(button(words.retry, name, retry), ' ');
      buttons.append(button(words.dismiss, name, cancel));
      element.replaceChildren(shown, buttons);
    },
    isSending: () => isSending,
    remove() {
      isSending = false;
      element.remove();
    },
  };
}
