import {
  EidConfirm,
  type EidConfirmProps,
  EidGoing,
  EidRefused,
  EidSigned,
  type EidSignedProps,
} from '#client/views/petitions/eid-page.tsx';
import type { EidRefusal } from '#server/identity/index.ts';
import { PROOF_MINUTES } from '#server/petitions/index.ts';
import { fill } from '#shared/texts/fill.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit, within } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { eidPath } from './eid.path.ts';
import type { EidErrand } from './eid-try.ts';

type Facts<Props> = Omit<Props, 'lang' | 'texts' | 'errorTitle' | 'minutes'>;
const PRIVATE = { isPrivate: true };

/** The page from which a browser goes on to the provider. */
export function eidGoingPage(visit: Visit, address: URL, errand: EidErrand): string {
  const { petitionEid: texts, petitionWithdrawal } = TEXTS[visit.lang];
  const text = errand === 'sign' ? texts.going.text : petitionWithdrawal.going;
  const where = { address: address.href, host: address.host };
  const view = <EidGoing {...where} text={text} lang={visit.lang} texts={texts} />;
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
export function eidSignedPage(visit: Visit, facts: Omit<Facts<EidSignedProps>, 'newsTexts'>): string {
  const { petitionEid: texts, petitionNews: newsTexts } = TEXTS[visit.lang];
  const view = <EidSigned {...facts} newsTexts={newsTexts} lang={visit.lang} texts={texts} />;
  const title = facts.isNew ? texts.signed.title : texts.signed.before;
  return renderDocument(frameOf(visit, title), view, PRIVATE);
}
/** The page that says why an errand did not go on. */
export function eidRefusedPage(
  visit: Visit,
  { why, number, errand }: { why: EidRefusal | 'closed'; number: number | null; errand: EidErrand },
): string {
  const { petitionEid: texts, petitionWithdrawal } = TEXTS[visit.lang];
  const said = (errand === 'sign' ? texts : petitionWithdrawal).refusals[why];
  const path = number === null || why === 'closed' ? null : eidPath(number, errand);
  const otherWay = path && within(visit, `/petitions/${number}/${errand}`);
  const ways = { number, again: path && within(visit, path), otherWay };
  const view = <EidRefused said={said} {...ways} lang={visit.lang} texts={texts} />;
  return renderDocument(frameOf(visit, said.title, true), view, PRIVATE);
}
