import { model, Schema, type Types } from 'mongoose';
import type { TemplateContent } from '#shared/contract/templates.ts';

const words = { type: String, required: true } as const;
const orNull = { type: String, default: null } as const;
const content = {
  name: words,
  use: words,
  text: words,
  result: orNull,
  ground: orNull,
  appealRoute: orNull,
  categoryCode: orNull,
  isActive: { type: Boolean, required: true },
} as const;
const options = { autoIndex: false, versionKey: false, strict: 'throw' } as const;

/** A template as it stands now. */
export interface TemplateRow extends TemplateContent {
  _id: Types.ObjectId;
  version: number;
}
export const TemplateModel = model<TemplateRow>(
  'Template',
  new Schema<TemplateRow>({ ...content, version: { type: Number, required: true } }, options),
  'templates',
);

/** One version as it was saved; never changed. Its id is made of the template's and the version's number, so that no two are one. */
export interface TemplateVersionRow extends TemplateContent {
  _id: string;
  templateId: Types.ObjectId;
  version: number;
  savedById: string;
  savedAt: Date;
}
export const TemplateVersionModel = model<TemplateVersionRow>(
  'TemplateVersion',
  new Schema<TemplateVersionRow>(
    {
      ...content,
      _id: words,
      templateId: { type: Schema.Types.ObjectId, required: true },
      version: { type: Number, required: true },
      savedById: words,
      savedAt: { type: Date, required: true },
    },
    options,
  ),
  'template_versions',
);
/** The id of a version; those of one template lie beside each other. */
export const versionId = (templateId: string, version: number): string =>
  `${templateId}/${String(version).padStart(6, '0')}`;
