import type { CaseCard } from '#shared/contract/register.ts';

type Applicant = CaseCard['applicants'][number];
const HIDDEN = '•••';
/** Signs that are left of a number, at its end. */
const TAIL = 2;

/** The first letters of a name: enough to tell people apart. */
export const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => `${part.charAt(0)}.`)
    .join(' ');
/** A number of which its last signs are left. */
export const maskedPhone = (phone: string): string => `${HIDDEN} ${phone.slice(-TAIL)}`;
/** An address of which its first sign and its domain are left. */
export const maskedEmail = (email: string): string =>
  `${email.charAt(0)}${HIDDEN}${email.slice(email.lastIndexOf('@'))}`;

/** Somebody who brought a case, for those who may read it but do not handle it: enough to tell people apart, too little to find them. */
export const maskedApplicant = (applicant: Applicant): Applicant => ({
  ...applicant,
  isMasked: true,
  name: initials(applicant.name),
  residence: applicant.residence && HIDDEN,
  phone: applicant.phone && maskedPhone(applicant.phone),
  email: applicant.email && maskedEmail(applicant.email),
  landline: applicant.landline && maskedPhone(applicant.landline),
  postal: applicant.postal && HIDDEN,
  helperPhone: applicant.helperPhone && maskedPhone(applicant.helperPhone),
  basis: applicant.basis && HIDDEN,
  benefit: null,
});
