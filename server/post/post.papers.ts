import { staffNames } from '#server/identity/index.ts';
import type { EnvelopeFacts, PostRegistryFacts } from '#server/papers/index.ts';
import { addresseesOf } from '#server/register/index.ts';
import { splitPostcode } from '#shared/domain/postal.ts';
import { registryText } from './commands/make-registry.ts';
import type { PostalItemRow, PostalRegistryRow } from './postal.model.ts';

const peopleOn = (rows: readonly PostalItemRow[]) => addresseesOf(rows.map(({ personId }) => String(personId)));

/** All that a registry says on paper; the addressees in the open, since the post has to find them. */
export async function registryFacts(
  registry: PostalRegistryRow,
  rows: readonly PostalItemRow[],
): Promise<PostRegistryFacts> {
  const [people, names] = await Promise.all([peopleOn(rows), staffNames([registry.madeById])]);
  return {
    number: registryText(registry),
    on: registry.on,
    madeBy: names.get(registry.madeById) ?? '',
    lines: rows.map(({ personId, outgoingNumber, mail, trackingNumber, note }) => {
      const { name = '', address = '' } = people.get(String(personId)) ?? {};
      return { name, address, outgoingNumber, mail: mail ?? 'plain', trackingNumber, note };
    }),
  };
}
/** What stands on the envelopes of these papers, in their order. */
export async function envelopesOf(rows: readonly PostalItemRow[]): Promise<EnvelopeFacts[]> {
  const people = await peopleOn(rows);
  return rows.flatMap(({ personId, outgoingNumber, mail }) => {
    const person = people.get(String(personId));
    if (!person) return [];
    const { postcode, rest } = splitPostcode(person.address);
    return [{ name: person.name, address: rest, postcode, outgoingNumber, isRegistered: mail === 'registered' }];
  });
}
