import { model, Schema, type Types } from 'mongoose';

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
  position: number;
}
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
      position: { type: Number, required: true },
    },
    options,
  ),
  'categories',
);
