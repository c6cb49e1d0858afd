import { Types } from 'mongoose';
import { isOverdue } from '#server/deadlines/index.ts';
import { asciiAt, BSON, dateAt, eachElement, FieldWalk, numberAt } from '#server/platform/bson/field-walk.ts';
import { today } from '#server/platform/clock.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { PublicationState } from '#shared/domain/publication.ts';
import type { Case } from './case.model.ts';
import { mainDepartment } from './case.row.ts';
import { isPublic } from './public-case.ts';
import { publicStatusOf } from './regime.ts';

/** In place of where something lies, where there is nothing. */
const NOTHING = -1;
const blank = () => ({
  bytes: Buffer.alloc(0),
  idAt: NOTHING,
  numberAt: NOTHING,
  status: 'received' as PublicStatus,
  isOverdue: false,
  receivedAt: 0,
  dueOnAt: NOTHING,
  answeredOnAt: NOTHING,
  categoryCode: '',
  department: null as string | null,
  districtCode: null as string | null,
  addressAt: NOTHING,
  lngLat: null as [number, number] | null,
  textAt: NOTHING,
  answerAt: NOTHING,
  /** An array of ids. */
  photoIdsAt: NOTHING,
  applicants: 0,
  /** An array of states and instants: `eachStep` reads it. */
  stepsAt: NOTHING,
});
/**
 * What `publicCaseOf` says of a case, read out of its bytes: words by where their string lies in `bytes`, its length first
 * (below zero where there are none), instants in milliseconds. One row is used for all cases in turn.
 */
export type PublicRow = Readonly<ReturnType<typeof blank>>;
interface Reading extends ReturnType<typeof blank> {
  regime: string;
  workflow: string;
  result: string | null;
  /** Null where nothing was promised, else whether it was kept. */
  isKept: boolean | null;
  state: string;
  visibleFrom: Date | null;
  mainId: string | null;
}
type Take = (row: Reading, type: number, at: number) => void;

const stringAt = (type: number, at: number): number => (type === BSON.string ? at : NOTHING);
const codeAt = ({ bytes }: Reading, type: number, at: number): string | null =>
  type === BSON.string ? asciiAt(bytes, at) : null;
/** Reads the named fields of a document, each by its own. */
function reader(takes: Readonly<Record<string, Take>>): (row: Reading, at: number) => void {
  const walk = new FieldWalk(Object.keys(takes));
  const each = Object.values(takes);
  return (row, start) => walk.walk(row.bytes, start, (field, type, at) => each[field - 1]?.(row, type, at));
}
const readPoint = reader({
  coordinates: (row, _type, at) => {
    const both: number[] = [];
    eachElement(row.bytes, at, (type, each) => void both.push(numberAt(row.bytes, type, each)));
    row.lngLat = [both[0] ?? 0, both[1] ?? 0];
  },
});
const readPromise = reader({
  keptOn: (row, type) => {
    row.isKept = type === BSON.string;
  },
});
const PUBLICATION: Readonly<Record<string, Take>> = {
  state: (row, type, at) => {
    row.state = codeAt(row, type, at) ?? 'none';
  },
  text: (row, type, at) => {
    row.textAt = stringAt(type, at);
  },
  answer: (row, type, at) => {
    row.answerAt = stringAt(type, at);
  },
  photoIds: (row, type, at) => {
    row.photoIdsAt = type === BSON.array ? at : NOTHING;
  },
  point: (row, type, at) => {
    if (type === BSON.document) readPoint(row, at);
  },
  address: (row, type, at) => {
    row.addressAt = stringAt(type, at);
  },
  districtCode: (row, type, at) => {
    row.districtCode = codeAt(row, type, at);
  },
  visibleFrom: (row, type, at) => {
    row.visibleFrom = type === BSON.date ? new Date(dateAt(row.bytes, at)) : null;
  },
};
const readPublication = reader(PUBLICATION);
const EXECUTOR = new FieldWalk(['departmentId', 'role']);
const MAIN = 'main';
function mainIn(bytes: Buffer, executorsAt: number): string | null {
  let main: string | null = null;
  eachElement(bytes, executorsAt, (_type, start) => {
    let [id, role] = ['', ''];
    EXECUTOR.walk(bytes, start, (field, _kind, at) => {
      if (field === 1) id = bytes.toString('hex', at, at + 12);
      else role = asciiAt(bytes, at);
    });
    if (role === MAIN) main ??= id;
  });
  return main;
}
const CASE: Readonly<Record<string, Take>> = {
  _id: (row, _type, at) => {
    row.idAt = at;
  },
  regime: (row, type, at) => {
    row.regime = codeAt(row, type, at) ?? '';
  },
  number: (row, type, at) => {
    row.numberAt = stringAt(type, at);
  },
  status: (row, type, at) => {
    row.workflow = codeAt(row, type, at) ?? '';
  },
  result: (row, type, at) => {
    row.result = codeAt(row, type, at);
  },
  promise: (row, type, at) => {
    if (type !== BSON.document) return;
    row.isKept = false;
    readPromise(row, at);
  },
  receivedAt: (row, _type, at) => {
    row.receivedAt = dateAt(row.bytes, at);
  },
  dueOn: (row, type, at) => {
    row.dueOnAt = stringAt(type, at);
  },
  answeredOn: (row, type, at) => {
    row.answeredOnAt = stringAt(type, at);
  },
  categoryCode: (row, type, at) => {
    row.categoryCode = codeAt(row, type, at) ?? '';
  },
  executors: (row, _type, at) => {
    row.mainId = mainIn(row.bytes, at);
  },
  applicants: (row, type, at) => {
    row.applicants = numberAt(row.bytes, type, at);
  },
  steps: (row, _type, at) => {
    row.stepsAt = at;
  },
  publication: (row, _type, at) => readPublication(row, at),
};
const readCase = reader(CASE);
/** All that is read of a case; nothing else of it leaves the database. */
export const PUBLIC_ROW_FIELDS: Readonly<Record<string, 1>> = Object.fromEntries(
  [
    ...Object.keys(CASE).filter((field) => !['publication', 'executors', 'promise'].includes(field)),
    ...Object.keys(PUBLICATION).map((part) => `publication.${part}`),
    'executors.departmentId',
    'executors.role',
    'promise.keptOn',
  ].map((field) => [field, 1]),
);
const unread = (): Reading => ({
  ...blank(),
  regime: '',
  workflow: '',
  result: null,
  isKept: null,
  state: 'none',
  visibleFrom: null,
  mainId: null,
});
const UNREAD = unread();
/** Any date: only whether there is one tells the state. */
const SOME_DAY = '2000-01-01';

/** Reads cases one after another into one row; the row is null where nobody may see the case now. A property test holds it to `publicCaseOf`. */
export function publicRowReader(): (bytes: Buffer, at: number) => PublicRow | null {
  const row = unread();
  const statuses = new Map<string, PublicStatus>();
  const departments = new Map<string, string | null>();

  function statusOf({ regime, workflow: status, result, isKept }: Reading): PublicStatus {
    const key = `${regime} ${status} ${result} ${isKept}`;
    const known = statuses.get(key);
    if (known) return known;
    const promise = isKept === null ? null : { on: SOME_DAY, keptOn: isKept ? SOME_DAY : null, moved: [] };
    const found = publicStatusOf({ regime, status, result: result as Case['result'], promise });
    statuses.set(key, found);
    return found;
  }
  function nameOf(id: string): string | null {
    const known = departments.get(id);
    if (known !== undefined) return known;
    const executors = [{ departmentId: new Types.ObjectId(id), role: MAIN, dueOn: null }] as const;
    const name = mainDepartment({ executors: [...executors] })?.name ?? null;
    departments.set(id, name);
    return name;
  }
  return (bytes, at) => {
    Object.assign(row, UNREAD, { bytes });
    readCase(row, at);
    const { categoryCode, districtCode, visibleFrom, mainId } = row;
    if (!isPublic({ categoryCode, publication: { state: row.state as PublicationState, visibleFrom, districtCode } }))
      return null;
    row.status = statusOf(row);
    row.isOverdue = isOverdue(row.dueOnAt < 0 ? null : asciiAt(bytes, row.dueOnAt), today());
    row.department = mainId === null ? null : nameOf(mainId);
    return row;
  };
}
const STEP = new FieldWalk(['status', 'at']);
/** Tells of each public state that was reached, and when, oldest first. */
export function eachStep({ bytes, stepsAt }: PublicRow, each: (status: string, at: number) => void): void {
  if (stepsAt < 0) return;
  eachElement(bytes, stepsAt, (_type, start) => {
    let [status, at] = ['', 0];
    STEP.walk(bytes, start, (field, _kind, value) => {
      if (field === 1) status = asciiAt(bytes, value);
      else at = dateAt(bytes, value);
    });
    each(status, at);
  });
}
