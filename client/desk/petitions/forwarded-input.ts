import type { ForwardedPetition } from '#shared/contract/petition-forwarded.ts';
import type { Values } from '../form/drafts.ts';

/** The body of an entry; a field left empty is sent as such, and the server says that it is missing. */
export const forwardedInput = (values: Values): ForwardedPetition => {
  const said = (name: string): string => values[name] ?? '';
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
