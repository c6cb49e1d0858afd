import { model, Schema, type Types } from 'mongoose';
import type { CategoryQuestion } from '#shared/contract/catalogue.ts';
import type { Precision, Privacy, Publicity } from '#shared/domain/publication.ts';

const words = { type: String, required: true } as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

/** A unit of the city that answers. `parentId` is who it is subordinate to. */
export interface DepartmentRow {
  _id: Types.ObjectId;
  uk: string;
  en: string;
  parentId: Types.ObjectId | null;
}
export const DepartmentModel = model(
  'Department',
  new Schema<DepartmentRow>(
    { uk: words, en: words, parentId: { type: Schema.Types.ObjectId, default: null } },
    options,
  ),
  'departments',
);

/** A leaf or branch of what appeals are about; `questionGroup` is its group in the classifier of appeals (CMU 858, part II). */
export interface CategoryRow {
  _id: string;
  parentCode: string | null;
  uk: string;
  en: string;
  questionGroup: number;
  defaultDepartmentId: Types.ObjectId | null;
  synonyms: string[];
  questions: CategoryQuestion[];
  notice: { uk: string; en: string } | null;
  isDanger: boolean;
  hasPlace: boolean;
  privacy: Privacy;
  precision: Precision;
  publicity: Publicity;
  position: number;
}
const question = new Schema<CategoryQuestion>(
  {
    code: words,
    type: words,
    uk: words,
    en: words,
    options: [new Schema({ code: words, uk: words, en: words }, { _id: false })],
  },
  { _id: false },
);
export const CategoryModel = model(
  'Category',
  new Schema<CategoryRow>(
    {
      _id: words,
      parentCode: { type: String, default: null },
      uk: words,
      en: words,
      questionGroup: { type: Number, required: true },
      defaultDepartmentId: { type: Schema.Types.ObjectId, default: null },
      synonyms: { type: [String], default: [] },
      questions: { type: [question], default: [] },
      notice: { type: new Schema({ uk: words, en: words }, { _id: false }), default: null },
      isDanger: { type: Boolean, default: false },
      hasPlace: { type: Boolean, default: true },
      privacy: { type: String, default: 'open' },
      precision: { type: String, default: 'rounded' },
      publicity: { type: String, default: 'live' },
      position: { type: Number, required: true },
    },
    options,
  ),
  'categories',
);
