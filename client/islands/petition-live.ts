import { watch } from '#client/platform/live.ts';
import { redraw } from '#client/platform/redraw.ts';
import { spokenLine } from '#client/platform/spoken-line.ts';
import type { Islands } from '#client/views/island.tsx';
import type { PetitionCount } from '#shared/contract/live.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';

/** When a petition is moved on all who have it open ask for its page: within so long, not at one moment. */
const SPREAD_MS = 5_000;
/** Not before that: its page may be kept ready, and is then made anew once a second. */
const REMADE_MS = 2_000;

const stateIn = (part: ParentNode): string => part.querySelector('.petition-head .state')?.textContent ?? '';
/**
 * Keeps the count of signatures as it is told, and the whole part as the page has it once the petition is moved on. That enough
 * have signed, and each new state, is said once, politely; counts are not.
 */
export function mount(part: HTMLElement, { petition, lang, words }: Islands['petition-live']): void {
  const line = spokenLine(part);
  const ask = async (): Promise<void> => {
    const before = stateIn(part);
    if (!(await redraw(part))) return;
    const now = stateIn(part);
    if (now !== before) line.textContent = fill(words.changed, { state: now });
  };
  function show({ signatures, eid, sms }: PetitionCount): void {
    const box = part.querySelector<HTMLElement>('[data-petition-count]');
    const at = (name: string) => box?.querySelector<HTMLElement>(`[data-count="${name}"]`);
    const [bar, methods] = [at('bar'), at('methods')];
    if (!box || !methods || !(bar instanceof HTMLProgressElement)) {
      void ask(); // there was nothing to count yet
      return;
    }
    const missing = Number(box.dataset.threshold) - signatures;
    const put = (name: string, says: string): void => at(name)?.replaceChildren(says);
    put('signatures', spacedCount(lang, signatures));
    put('missing', missing > 0 ? plural(lang, missing, words.missing) : words.enough);
    put('methods', fill(words.methodCounts, { eid: spacedCount(lang, eid), sms: spacedCount(lang, sms) }));
    if (missing <= 0 && bar.value < bar.max) line.textContent = words.enough;
    bar.value = Math.min(signatures, bar.max);
    bar.classList.toggle('full', missing <= 0);
  }
  watch({
    join: (socket, done) => socket.emit('petition.watch', petition, done),
    event: 'petition.changed',
    hear({ number, count }) {
      if (number !== petition) return;
      if (count) show(count);
      else setTimeout(() => void ask(), REMADE_MS + Math.random() * SPREAD_MS);
    },
    joined: (_, again) => {
      if (again) void ask();
    },
    poll: () => void ask(),
  });
}
