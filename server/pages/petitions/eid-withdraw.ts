import { refusalOf } from '#server/http/problems.ts';
import { fullName } from '#server/people/index.ts';
import {
  isWithdrawableOn,
  type Petition,
  petitionNumberIn,
  provedByEid,
  signatureOf,
  withdrawSignature,
  writeProof,
} from '#server/petitions/index.ts';
import { today } from '#server/platform/clock.ts';
import type { PageRequest } from '../visit.routes.ts';
import { type Errand, identifiedUnder, provedIn, refuseErrand } from './eid-errand.ts';
import { petitionIn } from './shown.ts';
import { withdrawConfirmPage, withdrawDonePage, withdrawPage, withdrawUnsignedPage } from './withdraw.page.tsx';

const isOpen = (petition: Petition): boolean => isWithdrawableOn(petition, today());
/** Taking a signature back: who the provider named is shown what it does, and a button that does it. */
export const withdrawErrand: Errand = {
  isOpen,
  async meet(request, { visit, petition, person }) {
    const signer = provedByEid(person);
    const signature = await signatureOf(petition, signer.keys);
    if (!signature) return request.show(withdrawUnsignedPage(visit, petition), 404);
    const facts = { name: fullName(signature), at: signature.at.toISOString() };
    const proof = writeProof(petition.number, signer, 'withdrawal');
    request.show(withdrawConfirmPage(visit, petition, { ...facts, proof }));
  },
};

/** How a signature is taken back, by the way in which it was given; a visit takes nothing back. */
export async function showWithdraw(request: PageRequest): Promise<void> {
  const petition = await petitionIn(request);
  const canBe = isOpen(petition);
  request.show(withdrawPage(request.visit, petition, canBe), canBe ? 200 : 409);
}
/** Takes a signature back by what was proved. */
export async function withdrawProved(request: PageRequest): Promise<void> {
  const petition = await identifiedUnder(petitionNumberIn(request.params.number));
  const { number } = petition;
  const visit = { ...request.visit, path: `/petitions/${number}/withdraw` };
  const refuse = (why: 'stale' | 'closed'): void => refuseErrand(request, { visit, why, number, errand: 'withdraw' });
  const signer = provedIn(number, request.typed('proof'), 'withdrawal');
  if (!signer) return refuse('stale');
  try {
    await withdrawSignature(signer.keys, number);
  } catch (error) {
    const { code } = refusalOf(error);
    if (code === 'petition.closed') return refuse('closed');
    if (code !== 'not-found') throw error;
    return request.show(withdrawUnsignedPage(visit, petition), 404); // also for the second of two presses
  }
  request.show(withdrawDonePage(visit, petition));
}
