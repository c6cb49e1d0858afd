import type { Subject } from '#server/platform/outbox.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { type MailTemplate, mail, mailFrame } from '#shared/texts/uk/mail.ts';
import { smsResults } from '#shared/texts/uk/sms.ts';
import type { MessageTemplate, MessageValues } from './delivery.model.ts';
import type { LetterWriter } from './letters.ts';
import { siteOf } from './wording.ts';

/** A signed answer, for a letter to those who asked for it by e-mail and proved the address. */
export interface AnswerToSend {
  text: string;
  appealRoute: string | null;
  outgoingNumber: string;
  /** A date of law, `YYYY-MM-DD`. */
  signedOn: string;
  signatory: string;
}
/** Where addresses, codes and answers are found at the last moment: the doors of people, identity and the register. */
export interface LetterSources {
  /** The address by which people reach the city, without a slash at the end. */
  publicUrl: string;
  emailOf(personId: string): Promise<string | null>;
  codeMessage(codeId: string): Promise<{ to: string; code: string } | null>;
  /** The answer about this subject, where it may go whole to this person; else null. */
  answerFor(subject: Subject, personId: string): Promise<AnswerToSend | null>;
  /** What stands in the address by which this person turns letters about this subject off; null for nobody with a part in it. */
  letterLinkFor(subject: Subject, personId: string): Promise<string | null>;
}

/** The words of a template with its places filled. */
export function letterFrom(template: MailTemplate, places: Readonly<Record<string, string>>) {
  const { subject, paragraphs, link } = mail[template];
  return {
    subject: fill(subject, places),
    paragraphs: paragraphs.map((words) => fill(words, places)),
    linkWords: link,
  };
}
/** A row of a letter names a template of letters: the planning sees to it. */
const mailTemplate = (template: MessageTemplate): MailTemplate => {
  if (template in mail) return template as MailTemplate;
  throw new Error(`notifications: ${template} is no letter`);
};

const placesOf = ({ number, due, result }: MessageValues): Record<string, string> => ({
  number: number ?? '',
  due: due ? dateInFull('uk', due) : '',
  result: smsResults[result as keyof typeof smsResults] ?? '',
});
const wholeAnswer = ({ text, appealRoute, outgoingNumber, signedOn, signatory }: AnswerToSend): string[] => [
  text,
  ...(appealRoute ? [fill(mailFrame.contest, { route: appealRoute })] : []),
  fill(mailFrame.signatory, { name: signatory }),
  fill(mailFrame.outgoing, { number: outgoingNumber, date: dateInFull('uk', signedOn) }),
];

/** Words what people are told of their cases. */
export const personLetters =
  ({ publicUrl, emailOf, answerFor, letterLinkFor }: Omit<LetterSources, 'codeMessage'>): LetterWriter =>
  async ({ recipient, subject: about, template, values }) => {
    const to = await emailOf(recipient.id);
    if (to === null) return null;
    const { subject, paragraphs, linkWords } = letterFrom(mailTemplate(template), placesOf(values));
    if (template === 'appeal.answered') {
      const answer = await answerFor(about, recipient.id);
      paragraphs.push(...(answer ? wholeAnswer(answer) : [mailFrame.answerByCode]));
    }
    const link = linkWords ? { words: linkWords, url: `${publicUrl}/appeals/${values.number}` } : null;
    const off = await letterLinkFor(about, recipient.id);
    return { to, subject, paragraphs, link, ...(off && { unsubscribeUrl: `${publicUrl}/letters/${off}` }) };
  };
/** Words one-time codes. */
export const codeLetters =
  ({ publicUrl, codeMessage }: Pick<LetterSources, 'publicUrl' | 'codeMessage'>): LetterWriter =>
  async ({ recipient, template }) => {
    const found = await codeMessage(recipient.id);
    if (!found) return null;
    const { subject, paragraphs } = letterFrom(mailTemplate(template), { site: siteOf(publicUrl), code: found.code });
    return { to: found.to, subject, paragraphs, link: null };
  };
