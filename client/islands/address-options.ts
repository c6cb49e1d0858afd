import type { Islands } from '#client/views/island.tsx';
import type { FoundPlace } from '#shared/contract/places.ts';
import { fill } from '#shared/texts/fill.ts';

/** How many places are suggested: what a phone shows above its keyboard. */
const MOST = 6;
/** An address as it is suggested: what the form sends for it, its name, and what tells it from its namesakes. */
export interface AddressOption {
  value: string;
  label: string;
  hint: string;
}

/** What answers a query, by the city's own gazetteer; null where no answer came, for the form works without. */
export async function addressOptions(
  query: string,
  { lang, districts, formerly, wholeDistrict }: Islands['address-search'],
  signal: AbortSignal,
): Promise<AddressOption[] | null> {
  const address = `/api/v1/places?${new URLSearchParams({ q: query, limit: String(MOST) })}`;
  const reply = await fetch(address, { signal }).catch(() => null);
  if (!reply?.ok) return null;
  const { items } = (await reply.json()) as { items: FoundPlace[] };
  return items.map(({ kind, id, name, en, oldNames, foundAs, districts: codes, house }) => {
    const shown = lang === 'en' && en ? en : name;
    const former = foundAs ?? oldNames[0];
    const where = kind === 'street' ? codes.map((code) => districts[code]).join(', ') : wholeDistrict;
    return {
      value: `${kind}:${id}`,
      label: house ? `${shown}, ${house}` : shown,
      hint: [where, former && fill(formerly, { name: former })].filter(Boolean).join(' · '),
    };
  });
}
