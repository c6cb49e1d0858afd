import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { Grown } from './city-map.ts';

/** What happens in the list. */
export interface ListListener {
  /** A card is pointed at or focused; null: none is. */
  pointed(grown: Grown | null): void;
  /** Another page of the list is wanted; null: the first. */
  turned(cursor: string | null): void;
  /** The address of a filter's chip, or of a district's number, was pressed: the list is to have these filters. */
  refiltered(address: URL): void;
}
const cardOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-case]') : null;
/** Where a card's case lies and its state; null for a case without a point. */
export function grownOf(card: HTMLElement | null): Grown | null {
  const [lng, lat] = (card?.dataset.at ?? '').split(',').map(Number);
  const status = card?.dataset.status as PublicStatus | undefined;
  return lng && lat && status ? { at: [lng, lat], status } : null;
}

const parsed = (html: string): HTMLElement | null =>
  new DOMParser().parseFromString(html, 'text/html').getElementById('cases');
/** What the cards of a list say, to be compared. */
const cardsIn = (list: ParentNode): string => list.querySelector('.cards')?.innerHTML ?? '';

/** The list beside the map. The server draws it; this listens to it and puts a newer one in its place. */
export class ListPart {
  readonly #root: HTMLElement;
  constructor(root: HTMLElement) {
    this.#root = root;
  }
  listen({ pointed, turned, refiltered }: ListListener): void {
    const root = this.#root;
    root.addEventListener('pointerover', ({ target }) => pointed(grownOf(cardOf(target))));
    root.addEventListener('pointerleave', () => pointed(null));
    root.addEventListener('focusin', ({ target }) => pointed(grownOf(cardOf(target))));
    root.addEventListener('focusout', () => pointed(null));
    root.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const address = new URL(link.href);
      if (link.closest('.chips, .by-district')) refiltered(address);
      else if (link.matches('[rel="next"], .newest')) turned(address.searchParams.get('cursor'));
      else return;
      event.preventDefault();
    });
  }
  /** Says that a newer list is on its way. */
  wait(isWaiting: boolean): void {
    this.#root.setAttribute('aria-busy', String(isWaiting));
  }
  get isWaiting(): boolean {
    return this.#root.getAttribute('aria-busy') === 'true';
  }
  /** Offers a newer list by a button, so that nothing moves under the hands of whoever reads this one; an empty list is replaced. */
  offer(html: string, label: string): void {
    const fresh = parsed(html);
    if (!fresh) return;
    if (cardsIn(fresh) === cardsIn(this.#root)) {
      this.#recount(fresh);
      return;
    }
    if (!this.#root.querySelector('.case-card')) {
      this.replace(html);
      return;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'fresh';
    button.textContent = label;
    button.addEventListener('click', () => {
      this.replace(html);
      this.#root.querySelector<HTMLElement>('.case-card a')?.focus();
    });
    this.#root.querySelector('.fresh')?.remove();
    this.#root.querySelector('.cards')?.before(button);
  }
  /** Takes the numbers of a newer list with the same cards, where nothing moves by that; a list that was offered since is out of date. */
  #recount(fresh: HTMLElement): void {
    this.#root.querySelector('.fresh')?.remove();
    const [said, saysNow] = [this.#root, fresh].map((list) => list.querySelector('[role="status"]'));
    if (said && saysNow && said.textContent !== saysNow.textContent) said.textContent = saysNow.textContent;
    const [table, countsNow] = [this.#root, fresh].map((list) => list.querySelector('table'));
    if (!table || !countsNow || table.contains(document.activeElement)) return;
    if (!this.#fold?.open || table.rows.length === countsNow.rows.length) table.replaceWith(countsNow);
  }
  /** Puts a newer list in the place of this one. The line that is read aloud stays where it is, so that its new words are heard; what is unfolded stays so. */
  replace(html: string): void {
    const fresh = parsed(html);
    const said = this.#root.querySelector('[role="status"]');
    const saysNow = fresh?.querySelector('[role="status"]');
    if (!fresh || !said || !saysNow) return;
    if (said.textContent !== saysNow.textContent) said.textContent = saysNow.textContent;
    const isUnfolded = this.#fold?.open ?? false;
    for (const old of [...this.#root.childNodes]) if (old !== said) old.remove();
    const parts = [...fresh.childNodes];
    const at = parts.indexOf(saysNow);
    said.before(...parts.slice(0, at));
    said.after(...parts.slice(at + 1));
    if (this.#fold) this.#fold.open = isUnfolded;
  }
  get #fold(): HTMLDetailsElement | null {
    return this.#root.querySelector('details');
  }
  /** The card of a case by its number or its id, where the list has it. */
  card(chosen: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-case="${chosen}"], [data-id="${chosen}"]`);
  }
}
