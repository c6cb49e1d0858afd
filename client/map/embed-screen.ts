import { paced } from '#client/platform/paced.ts';
import type { Islands } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { CITY } from '#shared/domain/map/base-map.ts';
import { cityQuery } from '#shared/domain/map/filters.ts';
import { CityMap } from './city-map.ts';
import { layGround } from './new-map.ts';
import { Notice } from './notice.ts';
import { SeenMarks } from './seen-marks.ts';
import type { TilePoint } from './tiles.ts';

/** The least time between two looks at what a hand that moves the map uncovers, in milliseconds. */
const MOVING_MS = 150;
/** How often an open page looks for what changed, in milliseconds. */
const REFRESH_MS = 60_000;

/** The map in a frame on another site: no list, no session, no address of its own; a case opens in a window of its own. */
export class EmbedScreen {
  readonly #element: HTMLElement;
  readonly #props: Islands['embed-map'];
  readonly #canvas = document.createElement('div');
  readonly #map: CityMap;
  readonly #marks: SeenMarks;
  readonly #notice: Notice;
  readonly #way = document.querySelector<HTMLAnchorElement>('.ways-out .whole');

  constructor(element: HTMLElement, props: Islands['embed-map']) {
    this.#element = element;
    this.#props = props;
    this.#canvas.className = 'canvas';
    element.append(this.#canvas);
    this.#notice = new Notice(element, props.words.again, () => void this.#show());
    this.#map = new CityMap(this.#canvas, {
      lang: props.lang,
      words: props.words,
      nameOf: (code) => props.topics[code] ?? '',
      at: props.at ?? { z: matchMedia('(width < 60rem)').matches ? 11 : 12, lng: CITY.lng, lat: CITY.lat },
      listener: {
        moved: () => this.#moved(),
        chose: (point) => this.#choose(point),
        gathered: () => this.#way?.click(),
      },
    });
    this.#marks = new SeenMarks(this.#map, 'omit');
  }
  /** Shows the map once it is drawn; until then, and where that fails, the picture stays. */
  async wake(): Promise<void> {
    try {
      await layGround(this.#map.leaflet, this.#props, this.#props.lang);
    } catch {
      this.#map.leaflet.remove();
      this.#canvas.remove();
      return;
    }
    await this.#show();
    for (const part of this.#element.querySelectorAll('picture, .moves, .on-paper')) part.remove();
    this.#canvas.classList.add('awake');
    const uncovered = paced(() => this.#show(), MOVING_MS);
    this.#map.leaflet.on('drag', () => uncovered.ask());
    setInterval(() => {
      this.#marks.forget();
      if (document.visibilityState === 'visible') void this.#show();
    }, REFRESH_MS);
  }
  async #show(): Promise<void> {
    try {
      await this.#marks.bring(this.#props.filters);
      this.#notice.recovered();
    } catch {
      this.#notice.say(this.#props.words.failed, true);
    }
  }
  #moved(): void {
    if (!this.#canvas.classList.contains('awake')) return;
    void this.#show();
    this.#lead({});
  }
  /** The way to the full page leads to what is shown here. */
  #lead({ chosen }: { chosen?: string }): string {
    const { lang, filters } = this.#props;
    const address = `${addressIn(lang, '/')}?${cityQuery({ filters, at: this.#map.place, chosen: chosen ?? null })}`;
    if (this.#way) this.#way.href = address;
    return address;
  }
  #choose(point: TilePoint): void {
    const { status, categoryCode, id } = point;
    this.#map.grow({ at: point.point.coordinates, status });
    const link = document.createElement('a');
    Object.assign(link, { href: this.#lead({ chosen: id }), target: '_blank', rel: 'noopener' });
    link.textContent = this.#props.open;
    const { topics, words } = this.#props;
    this.#notice.show(`${topics[categoryCode] ?? ''}: ${words.statuses[status]} `, link);
  }
}
