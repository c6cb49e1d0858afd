import { paced } from '#client/platform/paced.ts';
import type { CityMapProps } from '#client/views/island.tsx';
import { CITY } from '#shared/domain/map/base-map.ts';
import { type CaseFilters, cityQuery, FILTERS, type MapPlace } from '#shared/domain/map/filters.ts';
import { CityMap, type Grown } from './city-map.ts';
import { grownOf, ListPart } from './list-part.ts';
import { followChanges } from './live-tiles.ts';
import { addLocate } from './locate.ts';
import { layGround } from './new-map.ts';
import { Notice } from './notice.ts';
import { SeenMarks } from './seen-marks.ts';
import type { TilePoint } from './tiles.ts';

/** How long the map rests before the list follows, in milliseconds. */
const REST_MS = 250;
/** The least time between two looks at what a hand that moves the map uncovers, in milliseconds. */
const MOVING_MS = 150;
/** How often an open page looks for what changed, in milliseconds. */
const REFRESH_MS = 60_000;

const topics = (): Map<string, string> =>
  new Map(
    [...document.querySelectorAll<HTMLOptionElement>('#category option')].map(({ value, text }) => [value, text]),
  );

/** The home page while it is awake: map, list, filters and address, each following the others. */
export class CityScreen {
  readonly #element: HTMLElement;
  readonly #props: CityMapProps;
  readonly #canvas = document.createElement('div');
  readonly #notice: Notice;
  readonly #form = document.querySelector<HTMLFormElement>('.filters form');
  readonly #map: CityMap;
  readonly #marks: SeenMarks;
  readonly #list: ListPart;
  #filters: CaseFilters;
  /** The number of the chosen case, or its id until the list says its number. */
  #chosen: string | null;
  #grown: Grown | null = null;
  /** Whether the list is of the whole city, as it was when the page came without a view. */
  #isWhole: boolean;
  #cursor: string | null = null;
  /** Ends the question for a list that is no longer wanted. */
  #listFlight = new AbortController();
  /** Says that the map shows another part. */
  #live: () => void = () => undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement, props: CityMapProps) {
    this.#element = element;
    this.#props = props;
    this.#filters = { ...props.filters };
    this.#chosen = props.chosen;
    this.#isWhole = props.at === null;
    this.#canvas.className = 'canvas';
    element.append(this.#canvas);
    this.#notice = new Notice(element, props.words.again, () => void this.#refresh());
    const names = topics();
    const opensAt: MapPlace = { z: matchMedia('(width < 60rem)').matches ? 11 : 12, lng: CITY.lng, lat: CITY.lat };
    this.#map = new CityMap(this.#canvas, {
      lang: props.lang,
      words: props.words,
      nameOf: (code) => names.get(code) ?? '',
      at: props.at ?? opensAt,
      listener: {
        moved: () => this.#moved(),
        chose: (point) => void this.#choose(point),
        gathered: () => document.querySelector<HTMLElement>('#cases h3 a')?.focus(),
      },
    });
    this.#marks = new SeenMarks(this.#map);
    this.#list = new ListPart(document.getElementById('cases') ?? document.createElement('div'));
  }
  /** Shows the map once it is drawn; until then, and where that fails, the picture stays. */
  async wake(): Promise<void> {
    const { base, tiles, lang, words, pin } = this.#props;
    try {
      await layGround(this.#map.leaflet, { base, tiles }, lang);
    } catch {
      this.#map.leaflet.remove();
      this.#canvas.remove();
      return;
    }
    const sought = document.querySelector<HTMLInputElement>('.seek [name="q"]')?.value;
    if (pin && sought) this.#map.mark('sought', pin, sought);
    addLocate(this.#map, words, (text) => this.#notice.say(text));
    await this.#showMarks();
    for (const part of this.#element.querySelectorAll('picture, .moves, .on-paper')) part.remove();
    this.#canvas.classList.add('awake');
    this.#follow();
    this.#growChosen();
    if (!this.#isWhole) void this.#refresh();
  }
  #follow(): void {
    this.#list.listen({
      pointed: (grown) => this.#map.grow(grown ?? this.#grown),
      turned: (cursor) => void this.#turn(cursor),
      refiltered: (address) => void this.#narrow(address),
    });
    this.#form?.addEventListener('submit', (event) => event.preventDefault());
    for (const kind of ['change', 'submit'] as const)
      this.#form?.addEventListener(
        kind,
        () => void this.#refilter(Object.fromEntries(new FormData(this.#form ?? undefined))),
      );
    const uncovered = paced(() => this.#showMarks(), MOVING_MS);
    this.#map.leaflet.on('movestart', () => clearTimeout(this.#resting));
    this.#map.leaflet.on('drag', () => uncovered.ask());
    this.#element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && this.#chosen) void this.#choose(null);
    });
    this.#live = followChanges({
      seen: () => this.#map.pixels(0),
      forget: (areas) => this.#marks.forget(areas),
      refresh: () => void this.#lookAgain(),
    });
    setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      this.#marks.forget();
      void this.#lookAgain();
    }, REFRESH_MS);
  }
  #moved(): void {
    if (!this.#canvas.classList.contains('awake')) return;
    this.#isWhole = false;
    this.#cursor = null;
    if (this.#grown && !this.#map.sees(this.#grown.at)) this.#unchoose();
    void this.#showMarks();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#live();
      void this.#refresh();
    }, REST_MS);
  }
  /** Takes the filters of an address; the link that named it goes with the old list, so that the focus needs another place. */
  async #narrow({ searchParams }: URL): Promise<void> {
    await this.#refilter(Object.fromEntries(searchParams));
    document.getElementById('list')?.focus({ preventScroll: true });
  }
  async #refilter(said: Readonly<Record<string, unknown>>): Promise<void> {
    this.#filters = {};
    for (const name of FILTERS) {
      const value = said[name];
      if (typeof value === 'string' && value !== '') Object.assign(this.#filters, { [name]: value });
      const field = this.#form?.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = Boolean(this.#filters[name]);
      else if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement)
        field.value = this.#filters[name] ?? '';
    }
    this.#carryFilters();
    await this.#choose(null);
  }
  /** A search for another place keeps what narrows the list now. */
  #carryFilters(): void {
    const form = document.querySelector('.seek');
    for (const field of form?.querySelectorAll('input[type="hidden"]') ?? []) field.remove();
    for (const [name, value] of cityQuery({ filters: this.#filters })) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name, value });
      form?.append(field);
    }
  }
  async #turn(cursor: string | null): Promise<void> {
    this.#cursor = cursor;
    await this.#refresh();
    document.getElementById('list')?.focus();
  }
  /** The address of the page as it is now, to be opened again or sent to somebody. */
  #keepAddress(): void {
    const at = this.#isWhole ? null : this.#map.place;
    const query = cityQuery({ filters: this.#filters, at, chosen: this.#chosen }).toString();
    history.replaceState(null, '', query ? `?${query}` : location.pathname);
  }
  /** Brings map, list and address in line; of several that overlap the last one counts. */
  async #refresh(): Promise<void> {
    this.#keepAddress();
    this.#list.wait(true);
    const [html, isShown] = await Promise.all([this.#fetchList(), this.#showMarks()]);
    if (html === 'late') return;
    this.#list.wait(false);
    if (html === 'lost') return this.#notice.say(this.#props.words.failed, true);
    this.#list.replace(html.page);
    this.#growChosen();
    if (isShown) this.#notice.recovered();
  }
  /** Shows what changed in the city: on the map at once, in the list once its reader asks for it. */
  async #lookAgain(): Promise<void> {
    if (this.#list.isWaiting) return void this.#refresh();
    const [html] = await Promise.all([this.#fetchList(), this.#showMarks()]);
    if (typeof html === 'object') this.#list.offer(html.page, this.#props.words.fresh);
  }
  /** The list as it is now; `late` where another one is wanted meanwhile, `lost` where it cannot be had. */
  async #fetchList(): Promise<{ page: string } | 'late' | 'lost'> {
    this.#listFlight.abort();
    this.#listFlight = new AbortController();
    const { signal } = this.#listFlight;
    const query = cityQuery({
      filters: this.#filters,
      at: this.#isWhole ? null : this.#map.place,
      chosen: this.#chosen,
    });
    if (!this.#isWhole) query.set('bbox', this.#map.bounds.map((degrees) => degrees.toFixed(6)).join(','));
    if (this.#cursor) query.set('cursor', this.#cursor);
    try {
      const reply = await fetch(`${this.#props.lang === 'en' ? '/en' : ''}/map/list?${query}`, { signal });
      return reply.ok ? { page: await reply.text() } : 'lost';
    } catch {
      return signal.aborted ? 'late' : 'lost';
    }
  }
  /** Shows the marks of what is seen; says so, and answers false, where they cannot be had. */
  async #showMarks(): Promise<boolean> {
    try {
      await this.#marks.bring(this.#filters);
      return true;
    } catch {
      this.#notice.say(this.#props.words.failed, true);
      return false;
    }
  }
  /** Chooses a case on the map, or none; the list begins with it. */
  async #choose(point: TilePoint | null): Promise<void> {
    this.#chosen = point?.id ?? null;
    this.#grown = point && { at: point.point.coordinates, status: point.status };
    this.#map.grow(this.#grown);
    this.#cursor = null;
    await this.#refresh();
    if (point) this.#list.card(point.id)?.scrollIntoView({ block: 'nearest' });
  }
  #unchoose(): void {
    this.#chosen = null;
    this.#grown = null;
    this.#map.grow(null);
  }
  #growChosen(): void {
    if (this.#chosen === null) return;
    const card = this.#list.card(this.#chosen);
    this.#grown = grownOf(card) ?? this.#grown;
    this.#map.grow(this.#grown);
    this.#chosen = card?.dataset.case ?? this.#chosen; // people know cases by their numbers
    this.#keepAddress();
  }
}
