import type { JSX } from 'preact';
import {
  WithdrawConfirm,
  WithdrawDone,
  WithdrawPage,
  WithdrawUnsigned,
  type WithdrawWords,
} from '#client/views/petitions/withdraw-page.tsx';
import { charterOf, type Petition, PROOF_MINUTES, presentPetition } from '#server/petitions/index.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { eidPath } from './eid.path.ts';
import { PETITION_STYLES } from './petition.page.tsx';

const draw = (visit: Visit, { number }: Petition, title: string, view: JSX.Element): string =>
  renderDocument(frameOf({ ...visit, path: `/petitions/${number}/withdraw` }, title), view, {
    styles: PETITION_STYLES,
    isPrivate: true,
  });
const wordsOf = ({ lang }: Visit, found: Petition): WithdrawWords => ({
  petition: presentPetition(found),
  lang,
  texts: TEXTS[lang].petitionWithdrawal,
});

/** How a signature is taken back, and what that does. */
export function withdrawPage(visit: Visit, found: Petition, canBe: boolean): string {
  const words = wordsOf(visit, found);
  const path = eidPath(words.petition.number, 'withdraw');
  const methods = charterOf(found.charterVersion).signerAuth;
  const view = <WithdrawPage {...words} canBe={canBe} eidPath={path} methods={methods} />;
  return draw(visit, found, canBe ? words.texts.title : words.texts.closed, view);
}
/** The last page before a signature is taken back. */
export function withdrawConfirmPage(
  visit: Visit,
  found: Petition,
  facts: { name: string; at: string; proof: string },
): string {
  const words = wordsOf(visit, found);
  const view = <WithdrawConfirm {...words} {...facts} minutes={PROOF_MINUTES} />;
  return draw(visit, found, words.texts.confirmTitle, view);
}
/** That whoever was identified has no signature here. */
export function withdrawUnsignedPage(visit: Visit, found: Petition): string {
  const words = wordsOf(visit, found);
  return draw(visit, found, words.texts.unsigned, <WithdrawUnsigned {...words} />);
}
/** That a signature was taken back. */
export function withdrawDonePage(visit: Visit, found: Petition): string {
  const words = wordsOf(visit, found);
  return draw(visit, found, words.texts.done, <WithdrawDone {...words} />);
}
