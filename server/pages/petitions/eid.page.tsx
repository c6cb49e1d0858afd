import {
  EidConfirm,
  type EidConfirmProps,
  EidGoing,
  EidRefused,
  type EidRefusedProps,
  EidSigned,
  type EidSignedProps,
} from '#client/views/petitions/eid-page.tsx';
import { PROOF_MINUTES } from '#server/petitions/index.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit, within } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { eidPath } from './eid.path.ts';

type Facts<Props> = Omit<Props, 'lang' | 'texts' | 'errorTitle' | 'minutes'>;
const PRIVATE = { isPrivate: true };

/** The page from which a browser goes on to the provider. */
export function eidGoingPage(visit: Visit, address: URL): string {
  const { petitionEid: texts } = TEXTS[visit.lang];
  const view = <EidGoing address={address.href} host={address.host} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf(visit, texts.going.title), view, PRIVATE);
}
/** The page on which somebody signs whom the provider named. */
export function eidConfirmPage(visit: Visit, facts: Facts<EidConfirmProps>): string {
  const { petitionEid: texts, common } = TEXTS[visit.lang];
  const worded = { lang: visit.lang, texts, errorTitle: common.errorSummary, minutes: PROOF_MINUTES };
  const title = `${texts.confirm.title}: ${fill(texts.confirm.petition, { number: facts.petition.number })}`;
  return renderDocument(frameOf(visit, title, Boolean(facts.error)), <EidConfirm {...facts} {...worded} />, PRIVATE);
}
/** The page that says that somebody has signed. */
export function eidSignedPage(visit: Visit, facts: Facts<EidSignedProps>): string {
  const { petitionEid: texts } = TEXTS[visit.lang];
  const title = facts.isNew ? texts.signed.title : texts.signed.before;
  return renderDocument(frameOf(visit, title), <EidSigned {...facts} lang={visit.lang} texts={texts} />, PRIVATE);
}
/** The page that says why nothing was signed. */
export function eidRefusedPage(visit: Visit, { why, number }: Pick<EidRefusedProps, 'why' | 'number'>): string {
  const { petitionEid: texts } = TEXTS[visit.lang];
  const path = number === null || why === 'closed' ? null : eidPath(number);
  const again = path && within(visit, path);
  const view = <EidRefused why={why} number={number} again={again} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf(visit, texts.refusals[why].title, true), view, PRIVATE);
}
