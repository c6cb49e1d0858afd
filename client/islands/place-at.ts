import type { Islands } from '#client/views/island.tsx';
import type { Position } from '#shared/domain/map/mercator.ts';
import { fill } from '#shared/texts/fill.ts';

/** What `GET /api/v1/places/at` answers, as far as it is said here. */
interface PlaceThere {
  isInCity: boolean;
  district: { uk: string; en: string } | null;
  nearStreet: { name: string; en: string | null } | null;
}
/** What lies under a pin, in words: the street and the district, that it is outside of the city, or only that the pin is put. */
export async function placeAt(at: Position, { lang, words }: Islands['pin-map']): Promise<string> {
  const query = new URLSearchParams({ lng: at[0].toFixed(6), lat: at[1].toFixed(6) });
  const reply = await fetch(`/api/v1/places/at?${query}`).catch(() => null);
  if (!reply?.ok) return `${words.put} ${words.again}`;
  const { isInCity, district, nearStreet } = (await reply.json()) as PlaceThere;
  if (!isInCity) return words.outside;
  const name = district?.[lang] ?? '';
  const street = nearStreet && ((lang === 'en' && nearStreet.en) || nearStreet.name);
  const place = street ? fill(words.near, { street, district: name }) : name;
  return `${fill(words.pinned, { place })} ${words.again}`;
}
