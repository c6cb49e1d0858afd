import type { JSX } from 'preact';
import {
  NewsAddressPage,
  NewsCodePage,
  type NewsCodePageProps,
  NewsDonePage,
  NewsLettersPage,
  type NewsLettersPageProps,
  type NewsWords,
} from '#client/views/petitions/news-page.tsx';
import { type Petition, presentPetition } from '#server/petitions/index.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { PETITION_STYLES } from './petition.page.tsx';

const draw = (visit: Visit, title: string, view: JSX.Element, hasErrors = false): string =>
  renderDocument(frameOf(visit, title, hasErrors), view, { styles: PETITION_STYLES, isPrivate: true });
const wordsOf = ({ lang }: Visit, found: Petition): NewsWords => {
  const { petitionNews: texts, common } = TEXTS[lang];
  return { petition: presentPetition(found), lang, texts, common };
};
/** Pages that a form leads to have no address of their own: the other language begins at the petition. */
const at = (visit: Visit, { number }: Petition): Visit => ({ ...visit, path: `/petitions/${number}` });

/** The form of an address for news, as it was typed. */
export function newsAddressPage(
  visit: Visit,
  found: Petition,
  facts: { proof: string; formKey: string; email: string; error?: string | undefined },
): string {
  const words = wordsOf(visit, found);
  const view = <NewsAddressPage {...words} {...facts} />;
  return draw(at(visit, found), words.texts.title, view, facts.error !== undefined);
}
/** The step of the code. */
export function newsCodePage(
  visit: Visit,
  found: Petition,
  facts: Omit<NewsCodePageProps, keyof NewsWords | 'codes'>,
): string {
  const words = wordsOf(visit, found);
  const view = <NewsCodePage {...words} {...facts} codes={TEXTS[visit.lang].received} />;
  return draw(at(visit, found), words.texts.codeTitle, view, facts.error !== undefined);
}
/** Where news go from now on. */
export function newsDonePage(visit: Visit, found: Petition, email: string): string {
  const words = wordsOf(visit, found);
  return draw(at(visit, found), words.texts.done, <NewsDonePage {...words} email={email} />);
}
/** What the link of a letter opens. */
export function newsLettersPage(
  visit: Visit,
  found: Petition,
  facts: Pick<NewsLettersPageProps, 'link' | 'isOn' | 'hasJustEnded'>,
): string {
  const words = wordsOf(visit, found);
  const title = fill(words.texts.letters.title, { number: words.petition.number });
  return draw(visit, title, <NewsLettersPage {...words} {...facts} />);
}
