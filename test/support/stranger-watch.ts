import sharp from 'sharp';
import { type GuardedCase, metresBetween } from './guarded-city.ts';

/** An answer as a stranger has it. */
export interface Seen {
  /** With its query, as it was asked for. */
  address: string;
  type: string;
  body: Buffer;
}
/** Which private words of the nth case somebody may read by rights of their own; `what` is the field that holds it, in small letters. */
export type MayRead = (what: string, n: number) => boolean;
/** Says what an answer tells that its reader may not know, a line each; nothing is what it should find. */
export type Watch = (seen: Seen, mayRead?: MayRead) => Promise<string[]>;

const SECRET = /potai([a-z]*?)(\d+)z/gi;
const OPEN = /Vydno(?:Text|Answer|Address)(\d+)z/g;
/** Digits however people set them apart. */
const spaced = (pattern: string): RegExp =>
  new RegExp(
    String.raw`(?<![\da-f])${pattern.split(' ').join(String.raw`[\s\u00a0\u2009\u202f()-]*`)}(?![\da-f])`,
    'g',
  );
/** The phones of the guarded city. */
const PHONE = spaced(String.raw`(?:\+?3 8 )?0 6 7 9 [0-2] \d \d \d \d \d`);
const NUMBER = spaced(String.raw`\d{4} \d{3} \d{3}`);
const FLAT = /кв\.\s*47/;
const ID = /(?<![\da-f])[\da-f]{24}(?![\da-f])/g;
/** A longitude and a latitude of the city within a few signs of each other. */
const PLACE = /(30\.\d{3,})[^\d]{1,20}(46\.\d{3,})|(46\.\d{3,})[^\d]{1,20}(30\.\d{3,})/g;
/** What is nearer than this to a private place tells it, in metres. */
const TELLING_M = 25;
/** Addresses of pages keep degrees to a metre. */
const SAME_M = 2;

type Position = readonly [lng: number, lat: number];
/** Finds the case of a place within 25 m; no two of the guarded city are so near. */
function atlasOf(cases: readonly GuardedCase[]): (place: Position) => GuardedCase | undefined {
  const cellOf = ([lng, lat]: Position): [number, number] => [Math.floor(lng * 1_000), Math.floor(lat * 1_000)];
  const cells = new Map<string, GuardedCase[]>();
  for (const one of cases) {
    const key = String(cellOf(one.exact));
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  return (place) => {
    const [x, y] = cellOf(place);
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const one of cells.get(String([x + dx, y + dy])) ?? [])
          if (metresBetween(one.exact, place) < TELLING_M) return one;
    return undefined;
  };
}

/** How many pixels of a picture are red: of the half of each photo that was blacked out before it was shown. */
export async function redPixels(picture: Buffer): Promise<number> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  let red = 0;
  for (let i = 0; i < data.length; i += info.channels)
    if ((data[i] ?? 0) > 150 && (data[i + 1] ?? 0) < 90 && (data[i + 2] ?? 0) < 90) red += 1;
  return red;
}

/** Keeps watch over the guarded city; `isVisible` says which of its cases everybody may see at the moment. */
export function watchOver(cases: readonly GuardedCase[], isVisible: (one: GuardedCase) => boolean): Watch {
  const byN = new Map(cases.map((one) => [one.n, one]));
  const byNumber = new Map(cases.map((one) => [one.number, one]));
  const byId = new Map(cases.map((one) => [one.id, one]));
  const fileIds = new Map(cases.flatMap((one) => one.files.map((file) => [file.id, { one, file }] as const)));
  const caseAt = atlasOf(cases);
  const digitsIn = (text: string, pattern: RegExp): string[] => [
    ...new Set((text.match(pattern) ?? []).map((said) => said.replace(/\D/g, ''))),
  ];

  return async ({ address, type, body }, mayRead = () => false) => {
    if (/^image\/(?!svg)/.test(type)) {
      const owner = fileIds.get(address.match(ID)?.[0] ?? '')?.one;
      const isOwn = owner !== undefined && mayRead('photo', owner.n);
      return !isOwn && (await redPixels(body)) > 0 ? ['a photo that was not blacked out'] : [];
    }
    const whole = body.toString('utf8');
    // Where clusters stand is held to what they would be without any private case, by another test.
    const text = address.startsWith('/api/v1/map/') ? whole.replace(/"clusters":\[.*\],"points"/, '"points"') : whole;
    const isOwn = (one: GuardedCase): boolean => mayRead('number', one.n);
    const leaks: string[] = [];
    for (const [word, what = '', n = ''] of text.matchAll(SECRET))
      if (!mayRead(what.toLowerCase(), Number(n))) leaks.push(word);
    for (const phone of digitsIn(text, PHONE)) if (!mayRead('phone', Number(phone.slice(-5)))) leaks.push(phone);
    if (FLAT.test(text) && ![...byN.keys()].some((n) => mayRead('flat', n))) leaks.push('a flat');
    for (const [word, n = ''] of text.matchAll(OPEN)) {
      const one = byN.get(Number(n));
      const isOpen = one && isVisible(one) && one.openWords.includes(word);
      if (!isOpen && !mayRead('address', Number(n))) leaks.push(word);
    }
    for (const number of digitsIn(text, NUMBER)) {
      const one = byNumber.get(number);
      if (one && !isVisible(one) && !isOwn(one) && !address.includes(number)) leaks.push(`number ${number}`);
    }
    for (const id of new Set(text.match(ID))) {
      const one = byId.get(id) ?? fileIds.get(id)?.one;
      const file = fileIds.get(id)?.file;
      const isKnown = !one || (isVisible(one) && (!file || file.isOpen)) || isOwn(one) || address.includes(id);
      if (!isKnown) leaks.push(`id ${id}`);
    }
    for (const [, lng, lat, lat2, lng2] of text.matchAll(PLACE)) {
      const place: Position = [Number(lng ?? lng2), Number(lat ?? lat2)];
      const one = caseAt(place);
      if (!one || mayRead('place', one.n) || address.includes(String(place[0]))) continue;
      const isShown = isVisible(one) && one.shownAt !== null && metresBetween(one.shownAt, place) < SAME_M;
      if (!isShown) leaks.push(`the place ${place.join(', ')} of ${one.number}`);
    }
    return leaks;
  };
}
