import type { ClientSession } from 'mongoose';
import type { SmsTemplate } from '#shared/domain/message-texts.ts';
import { sms } from '#shared/texts/uk/sms.ts';
import type { MessageTemplate } from '../delivery.model.ts';
import { BUILT_IN, type SmsWording, SmsWordingModel, wordingId } from './sms-wording.model.ts';

const isText = (template: MessageTemplate): template is SmsTemplate => template in sms;
/** A row of a text names a template of texts: the planning sees to it. */
function textOf(template: MessageTemplate): SmsTemplate {
  if (isText(template)) return template;
  throw new Error(`notifications: ${template} is no text`);
}

/** Between which ids the editions of a text lie: `0` is the sign after `/`. */
const idsOf = (template: SmsTemplate) => ({ $gt: `${template}/`, $lt: `${template}0` });

/** The edition of a text that messages planned now are worded by, as this session sees it where one is given. */
export async function wordingInUse(template: MessageTemplate, session: ClientSession | null = null): Promise<number> {
  const text = textOf(template);
  const last = await SmsWordingModel.findOne({ _id: idsOf(text) })
    .sort({ _id: -1 })
    .select('version')
    .session(session)
    .lean<Pick<SmsWording, 'version'>>();
  return last?.version ?? BUILT_IN;
}

/**
 * Finds the words of an edition. Editions never change, so that each is read once; one that cannot be read is a fault of the
 * attempt and is never put into other words.
 */
export function keptWordings(): (template: MessageTemplate, version: number | null) => Promise<string> {
  const kept = new Map<string, string>();
  return async (template, version) => {
    const text = textOf(template);
    if (version === null || version === BUILT_IN) return sms[text];
    const id = wordingId(text, version);
    const known = kept.get(id);
    if (known !== undefined) return known;
    const found = await SmsWordingModel.findById(id).lean<SmsWording>();
    if (!found) throw new Error(`notifications: there is no edition ${id}`);
    kept.set(id, found.text);
    return found.text;
  };
}

/** The editions that the city made, of one text or of all, by template, the newest first. */
export const wordings = (template?: SmsTemplate): Promise<SmsWording[]> =>
  SmsWordingModel.find(template ? { _id: idsOf(template) } : {})
    .sort({ _id: -1 })
    .lean<SmsWording[]>()
    .exec();
