import type { ForwardedPetition } from '#shared/contract/petition-forwarded.ts';
import type { Values } from '../form/drafts.ts';

/** The body of an entry, of what was said in each field; one left empty is sent as such, and the server says that it is missing. */
export const forwardedInput = (said: (name: string) => string): ForwardedPetition => {
  const patronymic = said('patronymic').trim();
  return {
    title: said('title'),
    essence: said('essence'),
    demand: said('demand'),
    lastName: said('lastName'),
    firstName: said('firstName'),
    ...(patronymic && { patronymic }),
    email: said('email'),
    association: { name: said('association.name'), email: said('association.email'), url: said('association.url') },
    startedOn: said('startedOn'),
    endsOn: said('endsOn'),
    sentOn: said('sentOn'),
    receivedOn: said('receivedOn'),
    // Spaces that people type between groups are dropped; what is no number goes as none, and the server says that it is missing.
    signatures: Number(said('signatures').replace(/\s/g, '') || Number.NaN),
  };
};
/** What was entered, by the names of its fields below `prefix`. */
export function forwardedValues(entered: ForwardedPetition, prefix: string): Values {
  const { association, signatures, patronymic = '', ...plain } = entered;
  const { name, email, url } = association;
  const all = {
    ...plain,
    patronymic,
    'association.name': name,
    'association.email': email,
    'association.url': url,
    signatures: String(signatures),
  };
  return Object.fromEntries(Object.entries(all).map(([of, value]) => [`${prefix}${of}`, value]));
}
