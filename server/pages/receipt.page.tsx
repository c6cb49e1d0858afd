import { JoinedPage, type JoinedPageProps } from '#client/views/appeals/joined-page.tsx';
import { ReceivedPage, type ReceivedPageProps } from '#client/views/appeals/received-page.tsx';
import { SlipPage, type SlipPageProps } from '#client/views/appeals/slip-page.tsx';
import { spacedNumber } from '#shared/texts/codes.ts';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { qrOf } from './qr-code.ts';
import { TEXTS } from './texts.ts';

/** What a page's caller supplies: everything but language and words. */
type Facts<Props> = Omit<Props, 'lang' | 'texts' | 'cases'>;

/** The receipt, for the session that filed. */
export function receivedPage(visit: Visit, facts: Facts<ReceivedPageProps>): string {
  const { received: texts, cases } = TEXTS[visit.lang];
  const { error, unsent, other } = facts.contact ?? {};
  const hasErrors = [error, unsent, other].some((wrong) => wrong !== undefined);
  const view = <ReceivedPage {...facts} lang={visit.lang} texts={texts} cases={cases} />;
  return renderDocument(frameOf(visit, texts.title, hasErrors), view, { isPrivate: true });
}
/** The receipt of one who joined, for the browser in which they did. */
export function joinedPage(visit: Visit, facts: Facts<JoinedPageProps>): string {
  const { received: texts, cases } = TEXTS[visit.lang];
  const view = <JoinedPage {...facts} lang={visit.lang} texts={texts} cases={cases} />;
  return renderDocument(frameOf(visit, texts.joinedTitle), view, { isPrivate: true });
}
/** The slip for paper; `href` is the case's whole address, without the code that opens it. */
export function slipPage(
  visit: Visit,
  { href, ...facts }: Facts<Omit<SlipPageProps, 'qr' | 'address'>> & { href: string },
): string {
  const { received: texts } = TEXTS[visit.lang];
  const address = href.replace(/^https?:\/\//, '');
  const view = <SlipPage {...facts} address={address} qr={qrOf(href)} lang={visit.lang} texts={texts} />;
  const title = `${texts.talon.title} ${spacedNumber(facts.number)}`;
  return renderDocument(frameOf(visit, title), view, { isPrivate: true, styles: ['client/styles/slip.css'] });
}
