import { staffNames } from '#server/identity/index.ts';
import type { MessageText } from '#shared/contract/message-texts.ts';
import { SMS_TEMPLATES, type SmsTemplate } from '#shared/domain/message-texts.ts';
import { sms } from '#shared/texts/uk/sms.ts';
import { BUILT_IN, type SmsWording } from './sms-wording.model.ts';
import { wordings } from './wordings.queries.ts';

/** So many editions of a text are shown; the earlier ones stay on file. */
const SHOWN = 20;
/** A text with its editions, the newest first; the last of them is the built-in one where not more than can be shown came after it. */
function present(template: SmsTemplate, own: readonly SmsWording[], names: ReadonlyMap<string, string>): MessageText {
  const builtIn = { version: BUILT_IN, text: sms[template], by: null, at: null, note: '' };
  const editions = own.map(({ version, text, savedById, savedAt, note }) => ({
    version,
    text,
    by: names.get(savedById) ?? null,
    at: savedAt.toISOString(),
    note,
  }));
  const [inUse = builtIn] = editions;
  return { template, version: inUse.version, text: inUse.text, editions: [...editions, builtIn].slice(0, SHOWN) };
}
const namesIn = (rows: readonly SmsWording[]) => staffNames(rows.map(({ savedById }) => savedById));
/** Every text with the words that are in use and the earlier ones. */
export async function messageTexts(): Promise<MessageText[]> {
  const rows = await wordings();
  const names = await namesIn(rows);
  const of = (template: SmsTemplate) => rows.filter((row) => row.template === template);
  return SMS_TEMPLATES.map((template) => present(template, of(template), names));
}
/** One of them. */
export async function messageText(template: SmsTemplate): Promise<MessageText> {
  const rows = await wordings(template);
  return present(template, rows, await namesIn(rows));
}
