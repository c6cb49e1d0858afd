/** A line over the map that says what went wrong, aloud too, with a way to try again where that may help. */
export class Notice {
  readonly #line = document.createElement('p');
  readonly #again = document.createElement('button');
  #isFailure = false;
  constructor(element: HTMLElement, again: string, retry: () => void) {
    this.#line.className = 'map-notice';
    this.#line.setAttribute('role', 'status');
    this.#again.type = 'button';
    this.#again.className = 'link';
    this.#again.textContent = again;
    this.#again.addEventListener('click', retry);
    element.append(this.#line);
  }
  /** Says something; an empty text takes back what was said. */
  say(text: string, mayRetry = false): void {
    this.#isFailure = mayRetry;
    this.#line.replaceChildren(text, ...(text && mayRetry ? [' ', this.#again] : []));
  }
  /** Says something with a link beside it. */
  show(text: string, link: HTMLAnchorElement): void {
    this.#isFailure = false;
    this.#line.replaceChildren(text, link);
  }
  /** Takes back that something failed, once it went well; other words stay. */
  recovered(): void {
    if (this.#isFailure) this.say('');
  }
}
