import { networkOf } from '#server/http/caller.ts';
import { fullName } from '#server/people/index.ts';
import {
  charterOf,
  isOpenTo,
  isWithdrawableOn,
  type Petition,
  petitionNumberIn,
  presentReceipt,
  provedByEid,
  type SignerName,
  signPetition,
  writeProof,
} from '#server/petitions/index.ts';
import { today } from '#server/platform/clock.ts';
import { TEXTS } from '../texts.ts';
import type { PageRequest } from '../visit.routes.ts';
import { eidConfirmPage, eidSignedPage } from './eid.page.tsx';
import { type Errand, identifiedUnder, type Numbered, provedIn, refuseErrand } from './eid-errand.ts';
import { newFormKey } from './one-press.ts';

const isOpen = (petition: Petition): boolean => isOpenTo(petition, 'eid');
/** What the last page before the signature shows. */
const confirming = ({ number, title, charterVersion }: Numbered, name: SignerName, proof: string) => ({
  petition: { number, title },
  name: fullName(name),
  proof,
  scope: charterOf(charterVersion).signerScope,
});
/** Signing: who the provider named is shown what becomes public, and a button that signs. */
export const signErrand: Errand = {
  isOpen,
  meet(request, { visit, petition, person }) {
    const proof = writeProof(petition.number, provedByEid(person));
    request.show(eidConfirmPage(visit, confirming(petition, person, proof)));
  },
};

/** Signs by what was proved, and offers news of the petition. */
export async function signProved(request: PageRequest): Promise<void> {
  const { visit: asked, req, params, typed } = request;
  const petition = await identifiedUnder(petitionNumberIn(params.number));
  const { number, title } = petition;
  const visit = { ...asked, path: `/petitions/${number}/sign` };
  const refuse = (why: 'stale' | 'closed'): void => refuseErrand(request, { visit, why, number, errand: 'sign' });
  const proof = typed('proof');
  const signer = provedIn(number, proof, 'signing');
  if (!signer?.name) return refuse('stale');
  if (!isOpen(petition)) return refuse('closed');
  const { name } = signer;
  if (!typed('isEntitled')) {
    const error = TEXTS[visit.lang].problems['signer.unconfirmed'];
    return request.show(eidConfirmPage(visit, { ...confirming(petition, name, proof), error }), 422);
  }
  const { signature, isNew } = await signPetition(petition, { ...signer, ...name, cameFrom: networkOf(req) });
  const { at, leaf } = presentReceipt(number, signature, isNew);
  const news = signature.news === null ? { proof: writeProof(number, signer, 'news'), formKey: newFormKey() } : null;
  const canWithdraw = isWithdrawableOn(petition, today());
  const shown = { petition: { number, title }, name: fullName(signature), at, leaf, isNew };
  request.show(eidSignedPage(visit, { ...shown, news, canWithdraw }));
}
