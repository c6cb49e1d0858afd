import { Types } from 'mongoose';
import { addressKey, nameKey } from '#server/places/index.ts';
import { lookupHash, openContact, type Sealed, sealContact } from '#server/platform/secrets.ts';
import type { Applicant, Contact } from '#shared/contract/filing.ts';
import { mailboxKey } from '#shared/domain/email.ts';
import { type NoTexts, readPhone } from '#shared/domain/phone.ts';
import type { Person } from './person.model.ts';

/** Who somebody is; a representative need not say where they live. */
type Stated = Omit<Applicant, 'residence'> & Partial<Pick<Applicant, 'residence'>>;

/**
 * The keyed hash of a surname, the first letter of the name and a home, as papers of every kind have them; null without a home.
 * Registers of past years write names by their initials, so that a brother and a sister are alike here.
 */
export function homeHashOf({ lastName, firstName, residence }: Stated): string | null {
  const home = residence && addressKey(residence);
  if (!home) return null;
  const [initial = ''] = firstName;
  return lookupHash(`${nameKey(lastName)} ${nameKey(initial)}|${home}`);
}

/** Builds the row of a new person; the contacts are sealed to this row. `isPhoneVouched`: staff heard it from the caller. */
export function newPerson(
  applicant: Stated,
  contact: Contact,
  {
    at,
    isPhoneVouched = false,
    id: _id = new Types.ObjectId(),
  }: { at: Date; isPhoneVouched?: boolean; id?: Types.ObjectId },
): Person {
  const seal = (plain: string | undefined): Sealed | null => (plain ? sealContact(plain, String(_id)) : null);
  return {
    _id,
    lastName: applicant.lastName,
    firstName: applicant.firstName,
    patronymic: applicant.patronymic ?? null,
    residence: seal(applicant.residence),
    phone: seal(contact.phone),
    email: seal(contact.email),
    landline: seal(contact.landline),
    postal: seal(contact.postal),
    phoneHash: contact.phone ? lookupHash(contact.phone) : null,
    emailHash: contact.email ? lookupHash(mailboxKey(contact.email)) : null,
    homeHash: homeHashOf(applicant),
    phoneVerifiedAt: contact.phone && isPhoneVouched ? at : null,
    emailVerifiedAt: null,
    createdAt: at,
  };
}

/** A person in the open, for those who handle the case. */
export interface OpenPerson {
  name: string;
  residence: string;
  phone: string | null;
  email: string | null;
  landline: string | null;
  postal: string | null;
  isPhoneVerified: boolean;
}
/** Decrypts one person. */
export function openPerson(person: Person): OpenPerson {
  const open = (sealed: Sealed | null): string | null => (sealed ? openContact(sealed, String(person._id)) : null);
  return {
    name: fullName(person),
    residence: open(person.residence) ?? '',
    phone: open(person.phone),
    email: open(person.email),
    landline: open(person.landline),
    postal: open(person.postal),
    isPhoneVerified: person.phoneVerifiedAt !== null,
  };
}
/** What keeps texts from a person who left a number: it is a landline or of another country; null where a text may reach it or none was left. */
export function noTextsTo({ _id, phone, landline }: Pick<Person, '_id' | 'phone' | 'landline'>): NoTexts | null {
  const left = phone ?? landline;
  if (!left) return null;
  const { kind } = readPhone(openContact(left, String(_id)));
  return kind === 'mobile' ? null : kind === 'foreign' ? 'foreign' : 'landline';
}
/** Surname, name and patronymic, as Ukrainian papers write them. */
export const fullName = ({
  lastName,
  firstName,
  patronymic,
}: Pick<Person, 'lastName' | 'firstName' | 'patronymic'>): string =>
  [lastName, firstName, patronymic].filter(Boolean).join(' ');
