import type { SwitchTurn } from '#shared/contract/moderation.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { DeskDistrict } from '../desk-context.ts';

/** The code that stands for the whole city. */
export const WHOLE_CITY = '*';

/** How one district, or the whole city, stands: seen, hidden by its own switch, or gone with the city. */
export interface Standing {
  code: string;
  name: string;
  state: 'shown' | 'hidden' | 'withCity';
  /** The last turn of its own switch. */
  last: SwitchTurn | null;
}
/** The whole city first, then its districts; a hidden one that the gazetteer no longer has is listed too, or nobody could show it again. */
export function standings(
  { hidden, turns }: { hidden: readonly string[]; turns: readonly SwitchTurn[] },
  districts: readonly DeskDistrict[],
  { lang, wholeCity }: { lang: Lang; wholeCity: string },
): Standing[] {
  const isCityHidden = hidden.includes(WHOLE_CITY);
  const known = [
    { code: WHOLE_CITY, name: wholeCity },
    ...districts.map((one) => ({ code: one.code, name: one[lang] })),
  ];
  const gone = hidden.filter((code) => !known.some((one) => one.code === code)).map((code) => ({ code, name: code }));
  return [...known, ...gone].map((one) => {
    const isHidden = hidden.includes(one.code);
    const last = turns.find(({ districtCode }) => districtCode === one.code) ?? null;
    return { ...one, state: isHidden ? 'hidden' : isCityHidden ? 'withCity' : 'shown', last };
  });
}
