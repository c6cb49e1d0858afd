import { asciiAt, BSON, dateAt, eachElement, FieldWalk, numberAt } from '#server/platform/bson/field-walk.ts';
import type { RawBatch } from '#server/platform/bson/raw-batches.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { publicStatusOf } from './regime.ts';

/** What the map keeps of a published case: columns for finding and counting, no words. Whether it may be shown now is asked anew each time. */
export interface PublishedCase {
  id: string;
  status: PublicStatus;
  categoryCode: string;
  districtCode: string | null;
  /** `[lng, lat]`, rounded as it was published. */
  point: readonly [number, number] | null;
  receivedAt: Date;
  visibleFrom: Date;
  /** As the public card tells it: of the term that still runs; null when nothing is waited for. */
  dueOn: LegalDate | null;
}

/** What is read of a case; `publishedAt` knows them by their places here. */
const FIELDS = ['_id', 'regime', 'status', 'result', 'promise', 'categoryCode', 'receivedAt', 'dueOn', 'publication'];
const CASE = new FieldWalk(FIELDS);
const PUBLICATION = new FieldWalk(['state', 'districtCode', 'point', 'visibleFrom']);
const POINT = new FieldWalk(['coordinates']);
const PROMISE = new FieldWalk(['keptOn']);
/** The same as a projection: nothing else of a case leaves the database. */
export const PUBLISHED_FIELDS: Readonly<Record<string, 1>> = Object.fromEntries(
  [
    ...FIELDS.filter((name) => name !== 'publication' && name !== 'promise'),
    'promise.keptOn',
    'publication.state',
    'publication.districtCode',
    'publication.point',
    'publication.visibleFrom',
  ].map((name) => [name, 1]),
);
/** Any date: only whether there is one tells the state. */
const SOME_DAY = '2000-01-01';

/** States that were worked out before, by all that they depend on: there are a few dozen among a million cases. */
const statuses = new Map<string, PublicStatus>();
function statusOf({ regime, status, result, kept }: Row): PublicStatus {
  const key = `${regime} ${status} ${result} ${kept}`;
  let known = statuses.get(key);
  if (known === undefined) {
    const promise = kept === null ? null : { on: SOME_DAY, keptOn: kept ? SOME_DAY : null, moved: [] };
    known = publicStatusOf({ regime, status, result, promise } as Parameters<typeof publicStatusOf>[0]);
    statuses.set(key, known);
  }
  return known;
}
const codeAt = (bytes: Buffer, type: number, at: number): string | null =>
  type === BSON.string ? asciiAt(bytes, at) : null;

function placeAt(bytes: Buffer, start: number): [lng: number, lat: number] | null {
  const both: number[] = [];
  POINT.walk(bytes, start, (_field, kind, at) => {
    if (kind === BSON.array) eachElement(bytes, at, (type, each) => void both.push(numberAt(bytes, type, each)));
  });
  const [lng, lat] = both;
  return lng === undefined || lat === undefined ? null : [lng, lat];
}
const blank = () => ({
  id: '',
  regime: '',
  status: '',
  result: null as string | null,
  kept: null as boolean | null,
  categoryCode: '',
  receivedAt: 0,
  dueOn: null as LegalDate | null,
  state: 'none',
  districtCode: null as string | null,
  point: null as [number, number] | null,
  visibleFrom: null as Date | null,
});
type Row = ReturnType<typeof blank>;

function readPublication(row: Row, bytes: Buffer, start: number): void {
  PUBLICATION.walk(bytes, start, (field, type, at) => {
    if (field === 1) row.state = codeAt(bytes, type, at) ?? 'none';
    else if (field === 2) row.districtCode = codeAt(bytes, type, at);
    else if (field === 3) row.point = type === BSON.document ? placeAt(bytes, at) : null;
    else row.visibleFrom = type === BSON.date ? new Date(dateAt(bytes, at)) : null;
  });
}
function readCase(row: Row, bytes: Buffer, start: number): void {
  CASE.walk(bytes, start, (field, type, at) => {
    if (field === 1) row.id = bytes.toString('hex', at, at + 12);
    else if (field === 2) row.regime = codeAt(bytes, type, at) ?? '';
    else if (field === 3) row.status = codeAt(bytes, type, at) ?? '';
    else if (field === 4) row.result = codeAt(bytes, type, at);
    else if (field === 5 && type === BSON.document) {
      row.kept = false;
      PROMISE.walk(bytes, at, (_field, keptType) => {
        row.kept = keptType === BSON.string;
      });
    } else if (field === 6) row.categoryCode = codeAt(bytes, type, at) ?? '';
    else if (field === 7) row.receivedAt = dateAt(bytes, at);
    else if (field === 8) row.dueOn = codeAt(bytes, type, at);
    else if (field === 9) readPublication(row, bytes, at);
  });
}
/** The case whose bytes begin at `start`; null where it is not published. */
function publishedAt(bytes: Buffer, start: number): PublishedCase | null {
  const row = blank();
  readCase(row, bytes, start);
  const { id, categoryCode, districtCode, point, visibleFrom, dueOn } = row;
  if (row.state === 'none' || !visibleFrom) return null;
  const receivedAt = new Date(row.receivedAt);
  return { id, status: statusOf(row), categoryCode, districtCode, point, receivedAt, visibleFrom, dueOn };
}
/** The published cases of a batch as it came from the database, without making documents of its bytes. */
export const publishedIn = ({ bytes, starts }: RawBatch): PublishedCase[] =>
  starts.flatMap((start) => publishedAt(bytes, start) ?? []);
