type Field = HTMLInputElement | HTMLTextAreaElement;
/** True while somebody types here, or has typed what is not sent yet: nothing may move under their hands. */
const isInUse = (part: Element): boolean =>
  [...part.querySelectorAll<Field>('input, textarea')].some(
    (field) => field === document.activeElement || field.value !== field.defaultValue,
  );
/** Opens in a fresh part what its reader has unfolded in the one it replaces, told apart by the words of the fold. */
function keepFolds(part: Element, fresh: Element): void {
  const open = new Set([...part.querySelectorAll('details[open] > summary')].map(({ textContent }) => textContent));
  for (const summary of fresh.querySelectorAll('details > summary'))
    if (open.has(summary.textContent)) summary.parentElement?.setAttribute('open', '');
}

/** Told of by an element whose parts are drawn again: islands among them want to be woken. */
export const REDRAWN = 'redrawn';
/**
 * Draws an island's part again from the page as the server words it now, unless somebody is at work in it; true where something
 * was drawn.
 */
export async function redraw(part: HTMLElement): Promise<boolean> {
  const reply = await fetch(location.pathname + location.search).catch(() => null);
  if (!reply?.ok || isInUse(part)) return false;
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
  const fresh = page.querySelector(`[data-island="${part.dataset.island}"]`);
  if (fresh) keepFolds(part, fresh);
  if (!fresh || fresh.innerHTML === part.innerHTML) return false;
  part.replaceChildren(...fresh.childNodes);
  part.dispatchEvent(new Event(REDRAWN, { bubbles: true }));
  return true;
}
