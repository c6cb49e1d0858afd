import { fill } from '#shared/texts/fill.ts';
import { sms, smsContactCentre, smsResults } from '#shared/texts/uk/sms.ts';
import type { Delivery, SmsValues } from './delivery.model.ts';

/** A text as it goes to the provider. It lives in memory for one attempt and is written nowhere. */
export interface WordedSms {
  /** E.164. */
  to: string;
  text: string;
}
/** Words one delivery; null where the addressee is gone or the code has run out. The same row is always worded alike. */
export type Wording = (row: Pick<Delivery, 'recipient' | 'template' | 'values'>) => Promise<WordedSms | null>;

/** Where numbers and codes are found at the last moment: the doors of people and identity. */
export interface WordingSources {
  /** The address by which people reach the city, without a slash at the end. */
  publicUrl: string;
  phoneOf(personId: string): Promise<string | null>;
  codeMessage(codeId: string): Promise<{ to: string; code: string } | null>;
}

const dotted = (date: string | null): string => (date ?? '').split('-').reverse().join('.');
const resultWord = (result: string | null): string => smsResults[result as keyof typeof smsResults] ?? '';

/** Words texts from their template and values; the short link stands without its scheme, for every character is paid. */
export function wordingFrom({ publicUrl, phoneOf, codeMessage }: WordingSources): Wording {
  const site = publicUrl.replace(/^https?:\/\//, '');
  const placesOf = ({ number, due, result, link }: SmsValues) => ({
    site,
    number: number ?? '',
    due: dotted(due),
    result: resultWord(result),
    where: link ? `${site}/c/${link}` : smsContactCentre,
  });
  return async ({ recipient, template, values }) => {
    const places = placesOf(values);
    if (recipient.kind === 'phone-code') {
      const found = await codeMessage(recipient.id);
      return found && { to: found.to, text: fill(sms[template], { ...places, code: found.code }) };
    }
    const to = await phoneOf(recipient.id);
    return to === null ? null : { to, text: fill(sms[template], places) };
  };
}
