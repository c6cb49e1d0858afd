import type { Islands } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';
import { type OnItsWay, sendForm } from '../platform/send-form.ts';
import { type FileRow, fileRow } from './file-row.ts';

/** A chosen file: the field that it came by, its line, and whether it is still to be sent. */
interface Chosen {
  field: string;
  file: File;
  row: FileRow;
  state: 'waiting' | 'failed' | 'done';
}

/** Puts the server's fresh lists of files in the place of those that are shown. */
function redraw(fresh: Document, element: HTMLElement): void {
  for (const list of element.querySelectorAll<HTMLElement>('[id^="kept-"]')) {
    const now = fresh.getElementById(list.id);
    now?.querySelector('.refused')?.remove(); // said in the file's own line
    if (now) list.replaceChildren(...now.childNodes);
  }
}

/**
 * Sends each file as soon as it is chosen, one after another, with progress, retry and removal; what is added or refused is said
 * politely, in the server's words. The form waits for files under way when it is sent, and goes at a second press.
 */
export function mount(element: HTMLElement, { action, tooLarge, words }: Islands['file-sender']): void {
  const form = element.closest('form');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  element.append(said);
  element.querySelector('[data-without-scripts]')?.remove();
  /** Everything is heard; what stands in no line of a file is seen as well. */
  const say = (text: string, name?: string): void => {
    said.className = name === undefined ? 'hint' : 'unseen';
    said.textContent = fill(text, { name: name ?? '' });
  };

  const queue: Chosen[] = [];
  let underWay: OnItsWay | null = null;
  let held: { by: HTMLElement | null } | null = null;

  /** Sends the form that was held, once nothing is left to wait for; a file that failed needs the person first. */
  const release = (): void => {
    if (!held) return;
    const { by } = held;
    held = null;
    if (queue.every(({ state }) => state !== 'failed')) form?.requestSubmit(by);
  };
  const fail = (chosen: Chosen, why: string, mayRetry: boolean): void => {
    chosen.state = 'failed';
    const retry = () => {
      chosen.state = 'waiting';
      void work();
    };
    chosen.row.failed(why, mayRetry ? retry : null);
    say(fill(words.refused, { name: '{name}', why }), chosen.file.name);
  };
  const send = async (chosen: Chosen): Promise<void> => {
    const { field, file, row } = chosen;
    const body = new FormData();
    body.set(field, file);
    row.begun();
    say(words.begun, file.name);
    underWay = sendForm(action, body, row.progress);
    const { status, page } = await underWay.answer;
    underWay = null;
    const refused = page?.querySelector<HTMLElement>('.refused li')?.dataset.why;
    if (page && (status === 200 || status === 422)) redraw(page, element);
    if (status === 200) {
      chosen.state = 'done';
      row.remove();
      say(words.added, file.name);
    } else if (chosen.state === 'waiting') {
      fail(chosen, refused ?? words.broken, status !== 422);
    }
  };
  const work = async (): Promise<void> => {
    if (underWay) return;
    for (
      let next = queue.find(({ state }) => state === 'waiting');
      next;
      next = queue.find(({ state }) => state === 'waiting')
    )
      await send(next);
    release();
  };

  const choose = (input: HTMLInputElement): void => {
    for (const file of input.files ?? []) {
      const cancel = () => {
        const isSending = chosen.row.isSending();
        chosen.state = 'done';
        chosen.row.remove();
        if (isSending) underWay?.stop();
        input.focus();
      };
      const chosen: Chosen = { field: input.name, file, row: fileRow(file.name, words, cancel), state: 'waiting' };
      document.getElementById(`kept-${input.name}`)?.before(chosen.row.element);
      queue.push(chosen);
      if (file.size > Number(input.dataset.largest)) fail(chosen, tooLarge, false);
    }
    input.value = '';
    void work();
  };
  const remove = async (button: HTMLButtonElement): Promise<void> => {
    const field = button.closest('[id^="kept-"]')?.id.slice('kept-'.length) ?? '';
    const name = button.closest('li')?.querySelector('span')?.firstChild?.textContent ?? '';
    const { status, page } = await sendForm(action, new URLSearchParams({ do: button.value })).answer;
    if (!page || status !== 200) return say(words.notRemoved);
    redraw(page, element);
    say(words.removed, name);
    document.getElementById(field)?.focus();
  };

  element.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') choose(target);
  });
  element.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[value^="remove."]');
    if (!button) return;
    event.preventDefault();
    void remove(button);
  });
  form?.addEventListener('submit', (event) => {
    if (!underWay || held) return;
    event.preventDefault();
    held = { by: event.submitter };
    say(words.wait);
  });
}
