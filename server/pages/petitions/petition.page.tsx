import type { JSX } from 'preact';
import { firstWords } from '#client/views/home/case-card.tsx';
import { PetitionPage } from '#client/views/petitions/petition-page.tsx';
import { SignersPage, type SignersPageProps } from '#client/views/petitions/signers-page.tsx';
import {
  appealOfPetition,
  CARD,
  charterOf,
  isWithdrawableOn,
  type Petition,
  signaturesByDay,
} from '#server/petitions/index.ts';
import { today } from '#server/platform/clock.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { courseOf } from './course.ts';
import { signaturesWords, termOf } from './law-words.ts';
import { sharedOf, shown } from './shown.ts';

/** The style sheet of the pages of one petition. */
export const PETITION_STYLES = ['client/styles/petition.css'] as const;
/** So much of the essence stands beside a link to a petition, in characters. */
const DESCRIPTION = 200;

/** What social networks show of a petition (Open Graph protocol): title, first words, and a picture with its count. */
function openGraph(visit: Visit, found: Petition, publicUrl: string): JSX.Element {
  const { number, title, essence } = found;
  const { petitions: texts, common } = TEXTS[visit.lang];
  const { href } = sharedOf(visit, found, publicUrl);
  const properties = {
    'og:type': 'article',
    'og:site_name': common.site,
    'og:locale': visit.lang === 'uk' ? 'uk_UA' : 'en_GB',
    'og:title': title,
    'og:description': firstWords(essence, DESCRIPTION),
    'og:url': href,
    'og:image': `${href}/card.png`,
    'og:image:width': String(CARD.width),
    'og:image:height': String(CARD.height),
    'og:image:alt': fill(texts.card.alt, { number: String(number), title }),
  };
  return (
    <>
      {Object.entries(properties).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="alternate" type="application/rss+xml" title={texts.feed.title} href="/petitions.rss" />
    </>
  );
}

/** The page of one published petition. */
export async function petitionPage(visit: Visit, found: Petition, publicUrl: string): Promise<string> {
  const { lang } = visit;
  const { petitions: texts, cases } = TEXTS[lang];
  const { title, essence, number, threshold, charterVersion, collectedBy } = found;
  const appeal = await appealOfPetition(found);
  const says = fill(texts.lawText, {
    threshold: signaturesWords(lang, threshold ?? 0),
    term: termOf(lang, 'petition.collection'),
    review: termOf(lang, 'petition.review'),
  });
  const forwarded = fill(texts.collectedBy.law, { term: termOf(lang, 'petition.reviewNoticeFromNgo') });
  const law = collectedBy ? `${says} ${forwarded}` : says;
  const view = (
    <PetitionPage
      {...shown(found)}
      course={courseOf(found, appeal, lang)}
      appeal={appeal}
      days={await signaturesByDay(found)}
      shared={sharedOf(visit, found, publicUrl)}
      law={law}
      isWithdrawable={isWithdrawableOn(found, today())}
      isSignedBySms={charterOf(charterVersion).signerAuth.includes('sms')}
      lang={lang}
      texts={texts}
      cases={cases}
    />
  );
  return renderDocument(frameOf({ ...visit, path: `/petitions/${number}` }, title), view, {
    styles: PETITION_STYLES,
    description: firstWords(essence, DESCRIPTION),
    head: openGraph(visit, found, publicUrl),
  });
}
/** One page of the list of those who signed; search engines are kept out of the names. */
export function signersPage(
  visit: Visit,
  found: Petition,
  facts: Pick<SignersPageProps, 'signers' | 'page' | 'pages'>,
): string {
  const { petitions: texts } = TEXTS[visit.lang];
  const { number } = found;
  const view = <SignersPage {...facts} {...shown(found)} lang={visit.lang} texts={texts} />;
  const title = fill(texts.signersTitle, { number: String(number) });
  return renderDocument(frameOf({ ...visit, path: `/petitions/${number}/signers` }, title), view, {
    styles: PETITION_STYLES,
    isPrivate: true,
  });
}
