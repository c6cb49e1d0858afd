import { FindPage } from '#client/views/home/find-page.tsx';
import { type CityFigures, HomePage } from '#client/views/home/home-page.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

export type { CityFigures };

/** The home page; the same for every visitor, so it can be made beforehand. */
export const homePage = (lang: Lang, figures: CityFigures, isSignedIn = false): string => {
  const { home, common } = TEXTS[lang];
  const frame = frameOf({ lang, path: '/', isSignedIn }, common.site);
  return renderDocument(frame, <HomePage figures={figures} lang={lang} texts={home} />);
};
/** The search by number, after a number that cannot be one. */
export const findPage = (visit: Visit, typed: string): string => {
  const { home, common } = TEXTS[visit.lang];
  const view = <FindPage lang={visit.lang} texts={home} typed={typed} errorTitle={common.errorSummary} />;
  return renderDocument(frameOf(visit, home.find, true), view, { isPrivate: true });
};
