import { districtAt, type StreetRow } from '#server/places/index.ts';
import { Draw, Lottery } from './random.ts';
import { type SpokenPlace, spokenPlace } from './texts/slots.ts';

type Position = readonly [lng: number, lat: number];
type Street = Pick<StreetRow, '_id' | 'name' | 'point' | 'box' | 'districts'>;

/** A house of the city: the same one always stands at the same point. */
export interface House extends SpokenPlace {
  streetId: string;
  districtCode: string | null;
  /** Null where the gazetteer cannot tell a point that lies in the city. */
  point: Position | null;
}

/** How many cases come from each district, beside its number of streets. */
const DENSITY: Readonly<Record<string, number>> = {
  prymorskyi: 1.3,
  kyivskyi: 1.2,
  khadzhybeiskyi: 1,
  peresypskyi: 0.9,
};
/** Streets that are long have more houses, and more people. */
const METRES_A_HOUSE = 28;
const DEGREE_M = 90_000;
/** Half of the side of the square around a point of a street whose course is not known, in degrees: some 60 m. */
const AROUND = 0.0007;
/** Addresses from which more is heard than from whole streets, and the share of all that comes from there. */
const [HOT_SPOTS, HOT_SHARE] = [400, 0.12];

const houseCount = ({ box }: Street): number => {
  if (!box) return 24;
  const [west, south, east, north] = box;
  return Math.max(6, Math.min(180, Math.round((Math.hypot(east - west, north - south) * DEGREE_M) / METRES_A_HOUSE)));
};
/** Where a house stands: along the diagonal of its street’s box that is nearer to its known point, odd numbers on one side. */
function pointOf({ point, box }: Street, share: number, isOdd: boolean, draw: Draw): Position {
  const side = (isOdd ? 1 : -1) * 0.00012;
  if (!box) return [point[0] + (draw.unit() - 0.5) * 2 * AROUND, point[1] + (draw.unit() - 0.5) * 2 * AROUND];
  const [west, south, east, north] = box;
  const offDiagonal = (from: Position, to: Position): number =>
    Math.abs((to[0] - from[0]) * (from[1] - point[1]) - (from[0] - point[0]) * (to[1] - from[1]));
  const rising = [
    [west, south],
    [east, north],
  ] as const;
  const falling = [
    [west, north],
    [east, south],
  ] as const;
  const [from, to] = offDiagonal(...rising) <= offDiagonal(...falling) ? rising : falling;
  return [from[0] + (to[0] - from[0]) * share + side, from[1] + (to[1] - from[1]) * share - side];
}
const rounded = ([lng, lat]: Position): Position => [Number(lng.toFixed(6)), Number(lat.toFixed(6))];

/** The streets and houses of a city, and how much is heard from each. */
export class Places {
  readonly #streets: Lottery<number>;
  readonly #rows: readonly Street[];
  readonly #seed: number;
  readonly #hot: Lottery<readonly [street: number, house: number]>;
  /** Houses by street and number, each made when it is first asked for. */
  readonly #houses = new Map<number, House>();

  /** Throws where the gazetteer has no streets. */
  constructor(seed: number, streets: readonly Street[]) {
    if (streets.length === 0) throw new Error('the gazetteer has no streets: a city cannot be made without addresses');
    this.#seed = seed;
    this.#rows = streets;
    this.#streets = new Lottery(
      streets.map((street, i) => {
        const density = Math.max(0.7, ...street.districts.map((code) => DENSITY[code] ?? 1));
        return [density * houseCount(street) * (0.4 + new Draw(seed, i).unit()), i] as const;
      }),
    );
    const draw = new Draw(seed, 0xffff_0001);
    this.#hot = new Lottery(
      Array.from({ length: HOT_SPOTS }, (_, rank) => {
        const street = this.#streets.draw(draw);
        return [1 / (rank + 25), [street, draw.between(1, this.#count(street))] as const] as const;
      }),
    );
  }
  #count(street: number): number {
    const row = this.#rows[street];
    return row ? houseCount(row) : 1;
  }
  #house(street: number, house: number): House {
    const key = street * 256 + house;
    const known = this.#houses.get(key) ?? this.#build(street, house);
    this.#houses.set(key, known);
    return known;
  }
  #build(street: number, house: number): House {
    const row = this.#rows[street];
    if (!row) throw new RangeError(`no street ${street}`);
    const own = new Draw(this.#seed ^ 0x5eed, street * 256 + house);
    const wished = pointOf(row, (house - 0.5) / this.#count(street), house % 2 === 1, own);
    const here = districtAt(wished);
    const there = here ?? districtAt(row.point);
    const point = here ? wished : there ? row.point : null;
    const name = `${house}${own.chance(0.12) ? own.pick(['а', 'б', 'в']) : own.chance(0.05) ? `/${own.between(1, 20)}` : ''}`;
    return {
      ...spokenPlace(row.name, name),
      streetId: String(row._id),
      districtCode: there ?? row.districts[0] ?? null,
      point: point && rounded(point),
    };
  }
  /** A house where something is the matter; some are heard from again and again. */
  troubled(draw: Draw): House {
    if (draw.chance(HOT_SHARE)) return this.#house(...this.#hot.draw(draw));
    return this.home(draw);
  }
  /** A house where somebody lives. */
  home(draw: Draw): House {
    const street = this.#streets.draw(draw);
    return this.#house(street, draw.between(1, this.#count(street)));
  }
}
