import { CounterPage } from '#client/views/petitions/counter-page.tsx';
import { PosterPage } from '#client/views/petitions/poster-page.tsx';
import type { Petition } from '#server/petitions/index.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { renderBareDocument, renderDocument } from '../document.tsx';
import { frameOf, type Visit, within } from '../frame.ts';
import { qrOf } from '../qr-code.ts';
import { TEXTS } from '../texts.ts';
import { PETITION_STYLES } from './petition.page.tsx';
import { shown } from './shown.ts';

/** The poster of a petition for paper; its picture and its words lead to the short address. */
export function posterPage(visit: Visit, found: Petition, publicUrl: string): string {
  const { lang } = visit;
  const { petitions: texts } = TEXTS[lang];
  const { href } = new URL(within(visit, `/p/${found.number}`), publicUrl);
  const address = href.replace(/^https?:\/\//, '');
  const view = <PosterPage {...shown(found)} address={address} qr={qrOf(href)} lang={lang} texts={texts} />;
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
