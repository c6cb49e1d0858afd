import { settingsOn } from '#server/calendar/index.ts';
import { staffNames } from '#server/identity/index.ts';
import type { PetitionCharterEditions } from '#shared/contract/petition-charter.ts';
import { charterNow, charterRows } from './charter.ts';

/** What the charter sets for petitions, edition by edition, the latest first, each with the term of collection of its first day. */
export async function charterEditions(): Promise<PetitionCharterEditions> {
  const rows = charterRows();
  const names = await staffNames(rows.map(({ author }) => author));
  return {
    current: charterNow().version,
    items: rows.map(({ _id: version, validFrom, source, author, value }) => ({
      version,
      validFrom,
      source,
      by: names.get(author) ?? null,
      ...value,
      signerAuth: [...value.signerAuth],
      collect: settingsOn(validFrom).values.petition.collect,
    })),
  };
}
