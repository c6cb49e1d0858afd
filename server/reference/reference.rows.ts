import { type AnyBulkWriteOperation, type ClientSession, Types } from 'mongoose';
import { CalendarDayModel, type CalendarDayRow } from '#server/calendar/index.ts';
import {
  CategoryModel,
  type CategoryRow,
  DepartmentModel,
  type DepartmentRow,
  loadCatalogue,
} from '#server/catalogue/index.ts';
import { DistrictModel, type DistrictRow, loadPlaces, StreetModel, type StreetRow } from '#server/places/index.ts';
import type { CategoryQuestion } from '#shared/contract/catalogue.ts';
import { type ReferenceKind, type ReferenceRow, rowKey } from '#shared/domain/reference.ts';
import { type Known, membersOf, numberOf, optionsOf } from './row.reader.ts';

/** Kinds that are written row by row; days go with the dates of cases. */
export type WrittenKind = Exclude<ReferenceKind, 'days'>;

const yes = (value: boolean | undefined): string => (value ? 'yes' : 'no');
const listed = (members: readonly string[] | undefined): string => (members ?? []).join('|');
const idText = (id: Types.ObjectId | null | undefined): string => (id ? String(id) : '');
const idOf = (text: string | undefined): Types.ObjectId | null => (text ? new Types.ObjectId(text) : null);
const allCategories = () => CategoryModel.find().sort({ position: 1, _id: 1 }).lean<CategoryRow[]>();

/** All rows of each kind, every cell as text. */
const LISTS: Readonly<Record<ReferenceKind, () => Promise<ReferenceRow[]>>> = {
  categories: async () =>
    (await allCategories()).map((row) => ({
      code: row._id,
      parentCode: row.parentCode ?? '',
      uk: row.uk,
      en: row.en,
      questionGroup: String(row.questionGroup),
      departmentId: idText(row.defaultDepartmentId),
      synonyms: listed(row.synonyms),
      noticeUk: row.notice?.uk ?? '',
      noticeEn: row.notice?.en ?? '',
      isDanger: yes(row.isDanger),
      hasPlace: yes(row.hasPlace ?? true),
      privacy: row.privacy ?? 'open',
      precision: row.precision ?? 'rounded',
      publicity: row.publicity ?? 'live',
      position: String(row.position),
    })),
  questions: async () =>
    (await allCategories()).flatMap(({ _id, questions }) =>
      (questions ?? []).map(({ code, type, uk, en, options }) => ({
        categoryCode: _id,
        code,
        type,
        uk,
        en,
        options: options.map((option) => `${option.code}:${option.uk}:${option.en}`).join('|'),
      })),
    ),
  departments: async () =>
    (await DepartmentModel.find().sort({ uk: 1 }).lean<DepartmentRow[]>()).map(({ _id, uk, en, parentId }) => ({
      id: String(_id),
      uk,
      en,
      parentId: idText(parentId),
    })),
  districts: async () =>
    (await DistrictModel.find().select('-outline').sort({ _id: 1 }).lean<Omit<DistrictRow, 'outline'>[]>()).map(
      ({ _id, uk, en, ru, oldNames, katottg }) => ({
        code: _id,
        uk,
        en,
        ru: ru ?? '',
        oldNames: listed(oldNames),
        katottg,
      }),
    ),
  streets: async () =>
    (await StreetModel.find().sort({ name: 1, _id: 1 }).lean<StreetRow[]>()).map((row) => ({
      id: String(row._id),
      name: row.name,
      ru: row.ru ?? '',
      en: row.en ?? '',
      oldNames: listed(row.oldNames),
      districts: listed(row.districts),
      lng: String(row.point[0]),
      lat: String(row.point[1]),
      isGone: yes(row.isGone),
    })),
  days: async () =>
    (await CalendarDayModel.find().sort({ _id: 1 }).lean<CalendarDayRow[]>()).map(({ _id, kind, name, source }) => ({
      date: _id,
      kind,
      uk: name.uk,
      en: name.en,
      source,
    })),
};
/** All rows of a kind, in the order in which they are shown. */
export const referenceRows = (kind: ReferenceKind): Promise<ReferenceRow[]> => LISTS[kind]();

/** What the city has, for the rows of this kind. */
export async function knownFor(kind: ReferenceKind): Promise<Known & { rows: ReadonlyMap<string, ReferenceRow> }> {
  const [rows, categories, departments, districts] = await Promise.all([
    referenceRows(kind),
    CategoryModel.distinct('_id'),
    DepartmentModel.distinct('_id'),
    DistrictModel.distinct('_id'),
  ]);
  const byKey = new Map(rows.map((row) => [rowKey(kind, row), row]));
  return {
    rows: byKey,
    keys: new Set(byKey.keys()),
    categories: new Set(categories),
    departments: new Set(departments.map(String)),
    districts: new Set(districts),
  };
}

const upsert = <Id, Set extends object>(_id: Id, set: Set) => ({
  updateOne: { filter: { _id }, update: { $set: set }, upsert: true },
});
const asCategory = (row: ReferenceRow) => ({
  parentCode: row.parentCode || null,
  uk: row.uk ?? '',
  en: row.en ?? '',
  questionGroup: Number(row.questionGroup),
  defaultDepartmentId: idOf(row.departmentId),
  synonyms: membersOf(row.synonyms ?? ''),
  notice: row.noticeUk && row.noticeEn ? { uk: row.noticeUk, en: row.noticeEn } : null,
  isDanger: row.isDanger === 'yes',
  hasPlace: row.hasPlace !== 'no',
  privacy: row.privacy as CategoryRow['privacy'],
  precision: row.precision as CategoryRow['precision'],
  publicity: row.publicity as CategoryRow['publicity'],
  position: Number(row.position),
});
const asStreet = (row: ReferenceRow) => ({
  name: row.name ?? '',
  ru: row.ru || null,
  en: row.en || null,
  oldNames: membersOf(row.oldNames ?? ''),
  districts: membersOf(row.districts ?? ''),
  point: [numberOf(row.lng ?? ''), numberOf(row.lat ?? '')] as [number, number],
  isGone: row.isGone === 'yes',
});
const asQuestion = (row: ReferenceRow): CategoryQuestion => ({
  code: row.code ?? '',
  type: row.type as CategoryQuestion['type'],
  uk: row.uk ?? '',
  en: row.en ?? '',
  options: optionsOf(row.options ?? ''),
});
/** Questions lie in their categories: one that is known is replaced where it stands, a new one comes last. */
async function writeQuestions(rows: readonly ReferenceRow[], session: ClientSession): Promise<void> {
  for (const categoryCode of new Set(rows.map((row) => row.categoryCode ?? ''))) {
    const category = await CategoryModel.findById(categoryCode).session(session).lean<CategoryRow>();
    const questions = new Map((category?.questions ?? []).map((question) => [question.code, question]));
    for (const row of rows) if (row.categoryCode === categoryCode) questions.set(row.code ?? '', asQuestion(row));
    await CategoryModel.updateOne({ _id: categoryCode }, { $set: { questions: [...questions.values()] } }, { session });
  }
}
const WRITES: Readonly<
  Record<WrittenKind, (rows: readonly ReferenceRow[], session: ClientSession) => Promise<unknown>>
> = {
  categories: (rows, session) =>
    CategoryModel.bulkWrite(
      rows.map((row): AnyBulkWriteOperation<CategoryRow> => upsert(row.code ?? '', asCategory(row))),
      { session },
    ),
  questions: writeQuestions,
  departments: (rows, session) =>
    DepartmentModel.bulkWrite(
      rows.map(
        ({ id, uk = '', en = '', parentId }): AnyBulkWriteOperation<DepartmentRow> =>
          upsert(idOf(id) ?? new Types.ObjectId(), { uk, en, parentId: idOf(parentId) }),
      ),
      { session },
    ),
  districts: (rows, session) =>
    DistrictModel.bulkWrite(
      rows.map(({ code = '', uk = '', en = '', ru, oldNames = '', katottg = '' }) => ({
        updateOne: {
          filter: { _id: code },
          update: { $set: { uk, en, ru: ru || null, oldNames: membersOf(oldNames), katottg } },
        },
      })),
      { session },
    ),
  streets: (rows, session) =>
    StreetModel.bulkWrite(
      rows.map((row): AnyBulkWriteOperation<StreetRow> => upsert(idOf(row.id) ?? new Types.ObjectId(), asStreet(row))),
      { session },
    ),
};
/** Writes rows that were found right, in the transaction of their command. */
export const writeRows = (kind: WrittenKind, rows: readonly ReferenceRow[], session: ClientSession): Promise<unknown> =>
  WRITES[kind](rows, session);
/** Takes what was written into this process's memory; the others read it within a minute. */
export const reloadRows = (kind: WrittenKind): Promise<void> =>
  kind === 'districts' || kind === 'streets' ? loadPlaces() : loadCatalogue();
