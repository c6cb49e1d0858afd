import { takeIn } from '#server/attachments/index.ts';
import type { Category } from '#shared/contract/catalogue.ts';
import type { Joining, NewAppeal } from '#shared/contract/filing.ts';
import { aDocx } from './documents.ts';
import { phonePhoto } from './pictures.ts';

/** A word that nobody but the parties of the nth case may ever read. */
export const secret = (what: string, n: number): string => `Potai${what}${n}z`;
/** A word that may be published with the nth case. */
export const open = (what: 'Text' | 'Answer' | 'Address', n: number): string => `Vydno${what}${n}z`;

const answersTo = ({ questions }: Category, n: number): Record<string, string> =>
  Object.fromEntries(questions.flatMap(({ code, type }) => (type === 'text' ? [[code, secret('Reply', n)]] : [])));
/** Phones of applicants, co-applicants and helpers. */
const mobile = (kind: 0 | 1 | 2, n: number): string => `+380679${kind}${String(n).padStart(5, '0')}`;
const person = (what: string, n: number) => ({
  lastName: secret(`${what}Last`, n),
  firstName: secret(`${what}First`, n),
  patronymic: secret(`${what}Patronymic`, n),
});
/** What the nth applicant files: every private field holds a word of its own. */
export function aGuardedAppeal(
  n: number,
  category: Category,
  at: [lng: number, lat: number],
  hasConsent: boolean,
): NewAppeal {
  const isComplaint = n % 13 === 0;
  return {
    kind: isComplaint ? 'complaint' : 'application',
    ...(isComplaint && { contested: { decision: secret('Decision', n) } }),
    categoryCode: category.code,
    text: `Біля будинку вже тиждень не так, як має бути. ${secret('Text', n)}`,
    answers: answersTo(category, n),
    place: {
      address: `вул. ${open('Address', n)}, 8, кв. 47`,
      description: secret('Description', n),
      point: { type: 'Point', coordinates: at },
    },
    applicant: { ...person('', n), residence: `Одеса, ${secret('Residence', n)}` },
    contact: {
      phone: mobile(0, n),
      email: `${secret('Mail', n)}@example.org`,
      landline: `048 ${secret('Landline', n)}`,
      postal: `65000, ${secret('Postal', n)}`,
    },
    ...(n % 10 === 3 && {
      coApplicants: [{ ...person('Co', n), residence: secret('CoResidence', n), phone: mobile(1, n) }],
    }),
    ...(n % 10 === 6 && { representative: { ...person('For', n), basis: secret('Basis', n) } }),
    ...(n % 7 === 0 && { benefit: 'combatant' as const }),
    helperPhone: mobile(2, n),
    replyBy: 'page',
    consents: { sms: false, publication: hasConsent },
  };
}

/** Two photos and a paper, put to a draft; of each photo one half is red, and nobody else may see that. */
export async function guardedFiles(n: number): Promise<{ draftId: string; photoIds: string[]; paperId: string }> {
  const owner = { kind: 'draft', id: n.toString(16).padStart(64, '0') } as const;
  const put = async (name: string, content: Buffer) =>
    String((await takeIn({ owner, purpose: 'appeal', name, content })).attachment._id);
  const photoIds = [
    await put(`${secret('Photo', n)}.jpg`, await phonePhoto()),
    await put(`${secret('Photo', n)}.jpg`, await phonePhoto()),
  ];
  const paperId = await put(`${secret('Paper', n)}.docx`, aDocx());
  return { draftId: owner.id, photoIds, paperId };
}
/** What somebody says of themselves who joins the nth case. */
export const aGuardedJoining = (n: number): Joining => ({
  applicant: { ...person('Join', n), residence: secret('JoinResidence', n) },
  contact: { email: `${secret('JoinMail', n)}@example.org` },
  replyBy: 'page',
  consents: { sms: false },
});
