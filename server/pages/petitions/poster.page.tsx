import { CounterPage } from '#client/views/petitions/counter-page.tsx';
import { PosterPage } from '#client/views/petitions/poster-page.tsx';
import type { PosterFacts } from '#client/views/petitions/poster-words.ts';
import { charterOf, type Petition } from '#server/petitions/index.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { renderBareDocument, renderDocument } from '../document.tsx';
import { frameOf, type Visit, within } from '../frame.ts';
import { qrOf } from '../qr-code.ts';
import { TEXTS } from '../texts.ts';
import { PETITION_STYLES } from './petition.page.tsx';
import { shown } from './shown.ts';

/** The short address to which a poster leads, in the language of the visit, as machines and as people read it. */
export function posterAddress(
  visit: Visit,
  { number }: Petition,
  publicUrl: string,
): { href: string; address: string } {
  const { href } = new URL(within(visit, `/p/${number}`), publicUrl);
  return { href, address: href.replace(/^https?:\/\//, '') };
}
/** What a poster is made of. */
export const posterFacts = ({ lang }: Visit, found: Petition): PosterFacts => ({
  ...shown(found),
  isSignedBySms: charterOf(found.charterVersion).signerAuth.includes('sms'),
  lang,
  texts: TEXTS[lang].petitions,
});
/** The poster of a petition for paper; its picture and its words lead to the short address. */
export function posterPage(visit: Visit, found: Petition, publicUrl: string): string {
  const { href, address } = posterAddress(visit, found, publicUrl);
  const view = <PosterPage {...posterFacts(visit, found)} address={address} qr={qrOf(href)} />;
  return renderDocument(frameOf({ ...visit, path: `/petitions/${found.number}/poster` }, found.title), view, {
    styles: [...PETITION_STYLES, 'client/styles/petition-poster.css'],
    isPrivate: true,
  });
}
/** The count of a petition for a frame on another site. */
export function counterPage(lang: Lang, found: Petition): string {
  return renderBareDocument(
    { lang, title: found.title, styles: ['client/styles/public.css', ...PETITION_STYLES], scripts: ['client/main.ts'] },
    <CounterPage {...shown(found)} lang={lang} texts={TEXTS[lang].petitions} />,
    <meta name="robots" content="noindex" />,
  );
}
