/** A place as `[lng, lat]` in degrees (WGS 84), the order of GeoJSON. */
type Position = readonly [lng: number, lat: number];
/** Lines that two districts, or a district and the sea, have in common, so that no gap opens between neighbours. */
type Line = readonly Position[];

/** One district as this product draws it, by eye and to some 200 m: for a demo and a base map, never for a dispute about a border. */
export interface DistrictDrawing {
  code: string;
  uk: string;
  en: string;
  ru: string;
  oldNames: readonly string[];
  /** Its code in the codifier of administrative units (КАТОТТГ). */
  katottg: string;
  /** The outline, closed: its last position is its first. */
  ring: readonly Position[];
}

/** The shore of the Black Sea from Kryzhanivka to the harbour. */
const SHORE_OF_PERESYP: Line = [
  [30.804, 46.571],
  [30.787, 46.557],
  [30.768, 46.553],
  [30.756, 46.546],
  [30.744, 46.535],
  [30.737, 46.525],
  [30.734, 46.514],
  [30.731, 46.505],
  [30.728, 46.498],
];
/** The harbour, Lanzheron, Vidrada, Arkadia, as far as the ninth station of the Great Fountain. */
const SHORE_OF_PRYMORSKYI: Line = [
  [30.728, 46.498],
  [30.737, 46.494],
  [30.746, 46.49],
  [30.756, 46.486],
  [30.759, 46.496],
  [30.764, 46.493],
  [30.763, 46.482],
  [30.767, 46.476],
  [30.764, 46.468],
  [30.766, 46.459],
  [30.771, 46.45],
  [30.772, 46.44],
  [30.771, 46.431],
  [30.766, 46.421],
  [30.76, 46.412],
];
/** The Great Fountain with its cape, Kovalevskyi’s country house, Chornomorka. */
const SHORE_OF_KYIVSKYI: Line = [
  [30.76, 46.412],
  [30.756, 46.4],
  [30.752, 46.388],
  [30.75, 46.38],
  [30.752, 46.374],
  [30.738, 46.371],
  [30.724, 46.363],
  [30.713, 46.355],
  [30.704, 46.346],
  [30.7, 46.342],
];
const PERESYP_TO_CENTRE: Line = [
  [30.728, 46.498],
  [30.718, 46.496],
  [30.712, 46.491],
  [30.707, 46.484],
  [30.697, 46.479],
];
const SLOBIDKA: Line = [
  [30.697, 46.479],
  [30.69, 46.48],
  [30.675, 46.489],
  [30.66, 46.493],
];
const MOLDAVANKA_AND_CHEREMUSHKY: Line = [
  [30.697, 46.479],
  [30.702, 46.476],
  [30.726, 46.474],
  [30.73, 46.462],
  [30.729, 46.452],
  [30.738, 46.451],
  [30.744, 46.437],
];
const FOUNTAIN: Line = [
  [30.744, 46.437],
  [30.752, 46.425],
  [30.755, 46.417],
  [30.76, 46.412],
];
const CHEREMUSHKY_TO_TAIROVA: Line = [
  [30.744, 46.437],
  [30.725, 46.438],
  [30.719, 46.43],
  [30.71, 46.422],
  [30.697, 46.435],
  [30.688, 46.428],
  [30.691, 46.411],
];
/** The edge of the city on land, clockwise from Chornomorka to Kryzhanivka. */
const EDGE_OF_KYIVSKYI: Line = [
  [30.7, 46.342],
  [30.685, 46.342],
  [30.69, 46.357],
  [30.715, 46.365],
  [30.719, 46.375],
  [30.714, 46.388],
  [30.689, 46.383],
  [30.684, 46.402],
  [30.691, 46.411],
];
const EDGE_OF_KHADZHYBEISKYI: Line = [
  [30.691, 46.411],
  [30.679, 46.41],
  [30.663, 46.426],
  [30.651, 46.428],
  [30.652, 46.451],
  [30.637, 46.465],
  [30.62, 46.465],
  [30.611, 46.502],
  [30.623, 46.506],
  [30.634, 46.495],
  [30.66, 46.493],
];
const EDGE_OF_PERESYPSKYI: Line = [
  [30.66, 46.493],
  [30.665, 46.512],
  [30.676, 46.531],
  [30.66, 46.538],
  [30.699, 46.557],
  [30.725, 46.553],
  [30.719, 46.574],
  [30.732, 46.563],
  [30.756, 46.564],
  [30.762, 46.581],
  [30.786, 46.597],
  [30.804, 46.595],
  [30.811, 46.582],
  [30.804, 46.571],
];

const backwards = (line: Line): Line => [...line].reverse();
/** Joins lines end to end; where two meet, their common position is kept once. */
const along = (...lines: readonly Line[]): Line => lines.flatMap((line, i) => (i === 0 ? line : line.slice(1)));

/** The Black Sea coast of the city from north to south: the eastern edge of the districts. */
export const COASTLINE: Line = along(SHORE_OF_PERESYP, SHORE_OF_PRYMORSKYI, SHORE_OF_KYIVSKYI);

/** The four districts of Odesa, as renamed on 3 May 2023; together they cover the city, and neighbours share their lines. */
export const DISTRICT_DRAWINGS: readonly DistrictDrawing[] = [
  {
    code: 'kyivskyi',
    uk: 'Київський район',
    en: 'Kyivskyi District',
    ru: 'Киевский район',
    oldNames: [],
    katottg: 'UA51100270010196805',
    ring: along(SHORE_OF_KYIVSKYI, EDGE_OF_KYIVSKYI, backwards(CHEREMUSHKY_TO_TAIROVA), FOUNTAIN),
  },
  {
    code: 'prymorskyi',
    uk: 'Приморський район',
    en: 'Prymorskyi District',
    ru: 'Приморский район',
    oldNames: [],
    katottg: 'UA51100270010320268',
    ring: along(
      SHORE_OF_PRYMORSKYI,
      backwards(FOUNTAIN),
      backwards(MOLDAVANKA_AND_CHEREMUSHKY),
      backwards(PERESYP_TO_CENTRE),
    ),
  },
  {
    code: 'khadzhybeiskyi',
    uk: 'Хаджибейський район',
    en: 'Khadzhybeiskyi District',
    ru: 'Хаджибейский район',
    oldNames: ['Малиновський район'],
    katottg: 'UA51100270010275193',
    ring: along(MOLDAVANKA_AND_CHEREMUSHKY, CHEREMUSHKY_TO_TAIROVA, EDGE_OF_KHADZHYBEISKYI, backwards(SLOBIDKA)),
  },
  {
    code: 'peresypskyi',
    uk: 'Пересипський район',
    en: 'Peresypskyi District',
    ru: 'Пересыпский район',
    oldNames: ['Суворовський район'],
    katottg: 'UA51100270010413116',
    ring: along(SHORE_OF_PERESYP, PERESYP_TO_CENTRE, SLOBIDKA, EDGE_OF_PERESYPSKYI),
  },
];
