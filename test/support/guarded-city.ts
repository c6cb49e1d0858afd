import { fileAppeal } from '#server/appeals/index.ts';
import { redactPhoto } from '#server/attachments/index.ts';
import { CategoryModel, catalogue, categoryOf, loadCatalogue } from '#server/catalogue/index.ts';
import { fileReport } from '#server/moderation/index.ts';
import { subscribe } from '#server/news/index.ts';
import { districtAt, StreetModel } from '#server/places/index.ts';
import { addNote } from '#server/register/commands/write-note.ts';
import { type Case, ceilingOf, joinCase } from '#server/register/index.ts';
import { Draw } from '#server/seeds/bulk/random.ts';
import { unit } from '#server/seeds/city.ts';
import type { Category } from '#shared/contract/catalogue.ts';
import { roundedPoint } from '#shared/domain/publication.ts';
import { aGuardedAppeal, aGuardedJoining, guardedFiles, open, secret } from './guarded-appeals.ts';
import { CLERK, moveAlong } from './site.ts';

type Position = [lng: number, lat: number];
/** What becomes of a case: seen by all or not, and by what way. */
const FATES = [
  ...Array<'kept'>(25).fill('kept'),
  ...Array<'shown'>(16).fill('shown'),
  ...Array<'shownBriefly'>(3).fill('shownBriefly'),
  ...Array<'takenBack'>(2).fill('takenBack'),
  'drafted',
  'answered',
  'answeredShown',
] as const;
type Fate = (typeof FATES)[number];

/** One case of the guarded city, with what may be known of it: decided here, from the rules of publication, by nothing that the pages use. */
export interface GuardedCase {
  n: number;
  id: string;
  number: string;
  fate: Fate;
  category: Category;
  /** Its own district where it is published there; null where it shows none. */
  districtCode: string | null;
  isVisible: boolean;
  /** Where it really is. */
  exact: Position;
  /** The point that everybody sees once it is visible. */
  shownAt: Position | null;
  /** The words that everybody reads once it is visible. */
  openWords: readonly string[];
  files: readonly { id: string; isOpen: boolean }[];
  /** Of somebody who joined. */
  joinCode: string | null;
}
/** The category that was public when its cases were published and is not any more. */
const FORBIDDEN_SINCE = 'playground';

/** Metres between two of the city's places, and from each to the streets' own points: no two are ever taken for each other. */
const APART_M = 260;
const LAT_M = 111_195;
const lngM = (lat: number): number => LAT_M * Math.cos((lat * Math.PI) / 180);
/** The distance within a city, in metres. */
export const metresBetween = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot((a[0] - b[0]) * lngM(a[1]), (a[1] - b[1]) * LAT_M);

/** That many places of the city, far from each other and from all that the gazetteer says. */
async function placesApart(count: number, draw: Draw): Promise<Position[]> {
  const streets = (await StreetModel.find().lean()).map(({ point }) => point);
  const found: Position[] = [];
  for (let lat = 46.32; lat < 46.62; lat += APART_M / LAT_M)
    for (let lng = 30.6; lng < 30.83; lng += APART_M / lngM(lat)) {
      const place: Position = [
        Number((lng + draw.unit() * 3e-4).toFixed(6)),
        Number((lat + draw.unit() * 2e-4).toFixed(6)),
      ];
      const isLonely = streets.every((street) => metresBetween(street, place) > 60);
      if (districtAt(place) && isLonely) found.push(place);
    }
  if (found.length < count) throw new Error(`the city has room for ${found.length} cases`);
  return found
    .map((place) => ({ place, rank: draw.unit() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ place }) => place);
}

/** What a plan says of the nth case before it is filed. */
interface Planned {
  n: number;
  fate: Fate;
  category: Category;
  at: Position;
  hasConsent: boolean;
  channel: 'web' | 'phone';
  hasFiles: boolean;
}
async function answerIt(number: string, n: number): Promise<void> {
  await moveAlong(number, 'register', { questionGroup: 3 });
  await moveAlong(number, 'assign', { departmentId: String(unit(3)) });
  await moveAlong(number, 'accept');
  await moveAlong(number, 'draft', { answer: { text: secret('Answer', n), result: 'resolved' } });
}
/** Publishes a case as far as is allowed; answers the state that it then has. */
async function publishIt(appeal: Case, plan: Planned, photoIds: readonly string[]) {
  const ceiling = ceilingOf(appeal, plan.hasConsent);
  const state = ceiling === 'public' && plan.fate === 'shownBriefly' ? 'anonymised' : ceiling;
  if (state === 'none') return state;
  const words =
    state === 'public'
      ? {
          text: `Опубліковано: ${open('Text', plan.n)}`,
          photoIds: [...photoIds],
          ...(plan.fate === 'answeredShown' && { answer: open('Answer', plan.n) }),
        }
      : {};
  await moveAlong(appeal.number, 'publish', { publication: { state, ...words } });
  return state;
}
async function live(plan: Planned): Promise<GuardedCase> {
  const { n, fate, category, at, hasConsent, channel, hasFiles } = plan;
  const files = hasFiles ? await guardedFiles(n) : null;
  const [opened = '', unopened = ''] = files?.photoIds ?? [];
  const draft = aGuardedAppeal(n, category, at, hasConsent);
  const appeal = await fileAppeal(CLERK, draft, { channel, draftId: files?.draftId });
  const id = String(appeal._id);
  if (opened) await redactPhoto(opened, [{ x: 0, y: 0, width: 1, height: 0.55 }]);
  const isToShow = fate !== 'kept' && fate !== 'drafted' && fate !== 'answered';
  const state = isToShow ? await publishIt(appeal, plan, opened ? [opened] : []) : 'none';
  const isShown = state !== 'none';
  const joinCode =
    fate === 'answeredShown' && isShown && category.publicity === 'live'
      ? (await joinCase(id, aGuardedJoining(n))).accessCode
      : null;
  if (fate === 'drafted' || fate === 'answered' || fate === 'answeredShown') await answerIt(appeal.number, n);
  // Every tenth has what staff wrote to each other.
  if (n % 10 === 0) await addNote(CLERK, id, secret('Note', n));
  if (fate === 'answered' || fate === 'answeredShown') await moveAlong(appeal.number, 'answer');
  if (fate === 'takenBack' && isShown) await moveAlong(appeal.number, 'hide', { reasonCode: 'personal-data' });

  const isByPhone = channel === 'phone';
  const isVisible = isShown && fate !== 'takenBack';
  const isPlaceOpen = isVisible && category.precision === 'exact' && !isByPhone;
  const isTextOpen = isVisible && state === 'public';
  return {
    n,
    id,
    number: appeal.number,
    fate,
    category,
    districtCode: isByPhone ? null : districtAt(at),
    isVisible,
    exact: at,
    shownAt: isVisible && !isByPhone ? roundedPoint(at, category.precision) : null,
    openWords: [
      ...(isPlaceOpen ? [open('Address', n)] : []),
      ...(isTextOpen ? [open('Text', n)] : []),
      ...(isTextOpen && fate === 'answeredShown' ? [open('Answer', n)] : []),
    ],
    files: files
      ? [
          { id: opened, isOpen: isTextOpen },
          { id: unopened, isOpen: false },
          { id: files.paperId, isOpen: false },
        ]
      : [],
    joinCode,
  };
}

/** So many are filed at once. */
const AT_ONCE = 16;
async function inTurns<T, R>(list: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < list.length; i = next++) results[i] = await act(list[i] as T);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

/**
 * Files and moves that many cases by the product's own commands, the same for the same seed. `wait` is called once on the way: cases that were
 * published before it are old news after it, and of a category that is shown with delay only those.
 */
export async function guardedCity(count: number, seed: number, wait: () => void): Promise<GuardedCase[]> {
  const draw = new Draw(seed, 1);
  const branches = new Set(catalogue().categories.map(({ parentCode }) => parentCode));
  const leaves = catalogue().categories.filter(({ code }) => !branches.has(code) && categoryOf(code));
  const places = await placesApart(count, draw);
  const plans = places.map((at, n): Planned => {
    const hasFiles = n % 40 === 0;
    return {
      n,
      at,
      hasFiles,
      fate: draw.pick(FATES),
      category: draw.pick(hasFiles ? leaves.filter(({ privacy }) => privacy === 'open') : leaves),
      hasConsent: draw.chance(0.8),
      channel: !hasFiles && draw.chance(0.15) ? 'phone' : 'web',
    };
  });
  const middle = Math.floor(count / 2);
  const before = await inTurns(plans.slice(0, middle), live);
  wait();
  const after = await inTurns(plans.slice(middle), live);
  await CategoryModel.updateOne({ _id: FORBIDDEN_SINCE }, { $set: { publicity: 'never' } });
  await loadCatalogue();
  const told = (one: GuardedCase, isLate: boolean): GuardedCase => {
    const { category, files } = one;
    const isKeptBack = category.code === FORBIDDEN_SINCE || (isLate && category.publicity === 'delayed');
    const isVisible = one.isVisible && !isKeptBack;
    return { ...one, isVisible, files: files.map(({ id, isOpen }) => ({ id, isOpen: isOpen && isVisible })) };
  };
  const cases = [...before.map((one) => told(one, false)), ...after.map((one) => told(one, true))];
  const seen = cases.find(({ isVisible }) => isVisible);
  if (seen) await talkOf(seen);
  return cases;
}
/** What else is private: a report on what is shown, and somebody who asked for news. */
async function talkOf({ id, number, n }: GuardedCase): Promise<void> {
  await fileReport(id, { kind: 'my-data', text: secret('Report', n), contact: secret('ReportContact', n) });
  await subscribe(`${secret('News', n)}@example.org`, { kind: 'case', code: number });
}
