import type { Subject } from '#server/platform/outbox.ts';
import { fill } from '#shared/texts/fill.ts';
import { smsContactCentre, smsResults } from '#shared/texts/uk/sms.ts';
import type { MessageValues } from './delivery.model.ts';
import { isCode } from './recipient.ts';
import { siteOf, type Wording } from './wording.ts';
import { keptWordings } from './wordings/wordings.queries.ts';

/** A text as it goes to the provider. It lives in memory for one attempt and is written nowhere. */
export interface WordedSms {
  /** E.164. */
  to: string;
  text: string;
}
/** Where numbers and codes are found at the last moment: the doors of people and identity. */
export interface TextSources {
  /** The address by which people reach the city, without a slash at the end. */
  publicUrl: string;
  /** By the recipient's id, and of which kind they are. */
  phoneOf(id: string, kind: string): Promise<string | null>;
  codeMessage(codeId: string): Promise<{ to: string; code: string } | null>;
}

const dotted = (date: string | null): string => (date ?? '').split('-').reverse().join('.');
const resultWord = (result: string | null): string => smsResults[result as keyof typeof smsResults] ?? '';

/**
 * Words texts from the edition of their template that the row names and its values, the same row always alike, for the provider
 * is asked by the words. The short
 * link stands without its scheme, since every character is paid.
 */
export function textWording({ publicUrl, phoneOf, codeMessage }: TextSources): Wording<WordedSms> {
  const site = siteOf(publicUrl);
  const wordsOf = keptWordings();
  const whereOf = ({ kind }: Subject, { number, link }: Pick<MessageValues, 'number' | 'link'>): string => {
    if (kind === 'petition') return `${site}/p/${number}`;
    return link ? `${site}/c/${link}` : smsContactCentre;
  };
  const placesOf = (subject: Subject, { number, due, result, threshold, link }: MessageValues) => ({
    site,
    number: number ?? '',
    petition: number ?? '',
    threshold: threshold ?? '',
    due: dotted(due),
    dueShort: dotted(due).slice(0, 5),
    result: resultWord(result),
    where: whereOf(subject, { number, link }),
  });
  return async ({ recipient, subject, template, values, wording }) => {
    const words = await wordsOf(template, wording ?? null);
    const places = placesOf(subject, values);
    if (isCode(recipient.kind)) {
      const found = await codeMessage(recipient.id);
      return found && { to: found.to, text: fill(words, { ...places, code: found.code }) };
    }
    const to = await phoneOf(recipient.id, recipient.kind);
    return to === null ? null : { to, text: fill(words, places) };
  };
}
