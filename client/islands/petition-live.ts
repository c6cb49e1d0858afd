import { watch } from '#client/platform/live.ts';
import { redraw } from '#client/platform/redraw.ts';
import type { Islands } from '#client/views/island.tsx';
import type { PetitionCount } from '#shared/contract/live.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';

/** When a petition is moved on all who have it open ask for its page: within so long, not at one moment. */
const SPREAD_MS = 5_000;

/** Keeps the count of signatures as it is told, and the whole part as the page has it once the petition is moved on. */
export function mount(part: HTMLElement, { petition, lang, words }: Islands['petition-live']): void {
  const ask = () => void redraw(part);
  function show({ signatures, eid, sms }: PetitionCount): void {
    const box = part.querySelector<HTMLElement>('[data-petition-count]');
    const at = (name: string) => box?.querySelector<HTMLElement>(`[data-count="${name}"]`);
    const [bar, methods] = [at('bar'), at('methods')];
    if (!box || !methods || !(bar instanceof HTMLProgressElement)) {
      ask(); // there was nothing to count yet
      return;
    }
    const missing = Number(box.dataset.threshold) - signatures;
    const put = (name: string, says: string): void => at(name)?.replaceChildren(says);
    put('signatures', spacedCount(lang, signatures));
    put('missing', missing > 0 ? plural(lang, missing, words.missing) : words.enough);
    put('methods', fill(words.methodCounts, { eid: spacedCount(lang, eid), sms: spacedCount(lang, sms) }));
    bar.value = Math.min(signatures, bar.max);
    bar.classList.toggle('full', missing <= 0);
  }
  watch({
    join: (socket, done) => socket.emit('petition.watch', petition, done),
    event: 'petition.changed',
    hear({ number, count }) {
      if (number !== petition) return;
      if (count) show(count);
      else setTimeout(ask, Math.random() * SPREAD_MS);
    },
    joined: (_, again) => {
      if (again) ask();
    },
    poll: ask,
  });
}
