import type { JSX } from 'preact';
import { StatusWord } from '#client/views/cases/status-word.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { PublicCase } from '#shared/contract/public-case.ts';
import { dayInFull } from '#shared/texts/dates.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { MapTexts } from '#shared/texts/uk/map.ts';

/** A published case with the names behind its codes. */
export interface ListedCase {
  found: PublicCase;
  category: string;
  district: string | null;
  /** Of the first photo that was opened to all. */
  thumbUrl: string | null;
}
/** The words of cards and of the list that they stand in. */
export interface ListWords {
  lang: Lang;
  map: MapTexts;
  cases: Pick<CaseTexts, 'statuses' | 'overdue'>;
}
/** How much of a text a card shows, in characters. */
const FIRST_WORDS = 140;

/** The beginning of a text, cut between words. */
export function firstWords(text: string, most = FIRST_WORDS): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  if (whole.length <= most) return whole;
  const cut = whole.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** One published case: what it is about, its state, where and when, and how it begins. `isChosen` is the one that is chosen on the map. */
export const CaseCard = ({
  listed: { found, category, district, thumbUrl },
  isChosen = false,
  words: { lang, map, cases },
}: {
  listed: ListedCase;
  isChosen?: boolean;
  words: ListWords;
}): JSX.Element => (
  <li
    class="case-card"
    data-case={found.number}
    data-id={found.id}
    data-status={found.status}
    data-at={found.point?.coordinates.join(',')}
  >
    {thumbUrl && <img src={thumbUrl} alt={map.photo} width="72" height="72" loading="lazy" decoding="async" />}
    <h3>
      <a href={addressIn(lang, `/appeals/${found.number}`)} aria-current={isChosen ? 'true' : undefined}>
        {category}
      </a>
    </h3>
    <StatusWord status={found.status} isOverdue={found.isOverdue} texts={cases} />
    {found.text && <p>{firstWords(found.text)}</p>}
    <p class="where">
      {[
        found.address ?? district,
        dayInFull(lang, new Date(found.receivedAt)),
        found.applicants > 1 && plural(lang, found.applicants, map.together),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  </li>
);
