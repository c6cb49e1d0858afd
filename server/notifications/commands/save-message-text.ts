import { recordEvent } from '#server/history/index.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type Actor, holderOf, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { NewMessageText } from '#shared/contract/message-texts.ts';
import { type MessageTextFault, messageTextFaults, type SmsTemplate } from '#shared/domain/message-texts.ts';
import type { FieldCode, FieldError } from '#shared/domain/problems.ts';
import { measuredSite } from '../wordings/measured-site.ts';
import { SmsWordingModel, wordingId } from '../wordings/sms-wording.model.ts';
import { wordingInUse } from '../wordings/wordings.queries.ts';

/** What tells that a text has new words. */
export const MESSAGE_TEXT_SAVED = 'message-text.saved';

const CODES: Readonly<Record<MessageTextFault['code'], FieldCode>> = {
  empty: 'field.required',
  signs: 'sms.signs',
  link: 'sms.link',
  'place-unknown': 'sms.place-unknown',
  'place-missing': 'sms.place-missing',
  'too-long': 'sms.too-long',
};
function refuseWrong(template: SmsTemplate, text: string): void {
  const errors = messageTextFaults(template, text, measuredSite()).map((fault): FieldError => {
    const said = 'said' in fault ? { said: fault.said } : {};
    return { in: 'body', path: 'text', code: CODES[fault.code], ...said };
  });
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });
}

/**
 * Makes the next edition of a text; messages planned from then on are worded by it, those planned before keep theirs. Refusals: 409
 * `version.stale` where somebody was quicker, 422 that names each thing wrong with the words.
 */
export async function saveMessageText(
  actor: Actor | Visitor,
  template: SmsTemplate,
  { expectedVersion, text, note }: NewMessageText,
): Promise<void> {
  const keeper = holderOf(actor, 'messages.manage');
  refuseWrong(template, text);
  const version = expectedVersion + 1;
  const row = { _id: wordingId(template, version), template, version, text, note, savedById: keeper.id };
  const work = transaction(async (tx) => {
    if ((await wordingInUse(template, tx.session)) !== expectedVersion) throw new Problem('version.stale');
    await SmsWordingModel.create([{ ...row, savedAt: tx.at }], { session: tx.session });
    await recordEvent(tx, {
      kind: MESSAGE_TEXT_SAVED,
      subject: { kind: 'message-text', id: template },
      actorId: keeper.id,
      from: null,
      to: null,
      reasonCode: null,
      docDigest: null,
      facts: { version },
    });
  });
  await work.catch((cause: unknown) => {
    throw isDuplicate(cause) ? new Problem('version.stale') : cause;
  });
}
