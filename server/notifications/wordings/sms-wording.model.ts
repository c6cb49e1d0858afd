import { model, Schema } from 'mongoose';
import type { SmsTemplate } from '#shared/domain/message-texts.ts';

/** The edition that stands in `shared/texts`: what a city says until it finds words of its own. */
export const BUILT_IN = 0;

/** One edition of the words of a text; never changed, for rows of the ledger are worded by it. */
export interface SmsWording {
  /** Made of the template and the version, so that no two are one and those of a template lie in their order. */
  _id: string;
  template: SmsTemplate;
  /** From 1 on. */
  version: number;
  text: string;
  savedById: string;
  savedAt: Date;
  /** Why, in the words of whoever made it; empty where they did not say. */
  note: string;
}

const words = { type: String, required: true } as const;
const schema = new Schema<SmsWording>(
  {
    _id: words,
    template: words,
    version: { type: Number, required: true },
    text: words,
    savedById: words,
    savedAt: { type: Date, required: true },
    note: { type: String, default: '' },
  },
  { autoIndex: false, versionKey: false, strict: 'throw' },
);
/** The city's own words for its texts. */
export const SmsWordingModel = model('SmsWording', schema, 'sms_wordings');

/** The id of an edition. */
export const wordingId = (template: SmsTemplate, version: number): string =>
  `${template}/${String(version).padStart(6, '0')}`;
