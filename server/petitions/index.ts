/** Petitions: the whole cycle of an electronic petition, its signatures, and the tree that anybody can check. The only door into this folder. */

export { charterNow, charterOf, charterSeed, loadCharters, useCharters } from './charter.ts';
export { endNewsByLink, endPetitionNews, newsByLink, sendNewsTo } from './commands/change-news.ts';
export { confirmPetition, submitPetition } from './commands/confirm-petition.ts';
export { endCollection, endedCollections } from './commands/end-collection.ts';
export { enterForwarded } from './commands/enter-forwarded.ts';
export { makePetitionRoots } from './commands/make-roots.ts';
export { type MovePetition, movePetition } from './commands/move-petition.ts';
export { moveOwnPetition } from './commands/move-with-card.ts';

export { archivePetitions, dropUnsentPetitions } from './commands/put-away.ts';

export { sealWindow, unsealedPetitions } from './commands/seal-window.ts';
export { holdOpen, isOpenOn, isOpenTo, keysOfPhone, signPetition } from './commands/sign-petition.ts';
export { isWithdrawableOn, signatureOf, withdrawSignature } from './commands/withdraw-signature.ts';
export { sendAuthorCode, writePetition } from './commands/write-petition.ts';
export { awaitsSession, conveningOrder } from './convening-order.ts';
export { councilLetters } from './council.letters.ts';
export { COUNCIL, councilFor } from './council.ts';
export { provedByEid } from './eid-signer.ts';
export { ownPetitions } from './own-petitions.queries.ts';
export { appealOfPetition } from './petition.appeal.ts';
export {
  audienceOfPetition,
  authorOfPetition,
  isPetitionRecipient,
  PETITION_AUTHOR,
  PETITION_RECIPIENTS,
  petitionPhoneOf,
} from './petition.audience.ts';
export { petitionAtDesk } from './petition.check.ts';
export { petitionLetters } from './petition.letters.ts';
export type { Petition } from './petition.model.ts';
export { petitionRules } from './petition.notices.ts';
export { isPublicPetition } from './petition.policy.ts';
export { initiatorName, presentCount, presentPetition } from './petition.presenter.ts';
export { petitionTerms } from './petition.terms.ts';
export {
  PETITIONS_A_PAGE,
  petitionById,
  petitionByNumber,
  petitionNumberIn,
  publishedPetitions,
  similarPetitions,
} from './petitions.queries.ts';
export { publicList } from './public-list.ts';
export { everyPublishedPetition, markOfPublished } from './published-petitions.ts';
export { CARD } from './share-card.ts';
export { PETITION_WINDOWS } from './signature.model.ts';
export { presentReceipt, signatureById } from './signature.receipt.ts';
export { signaturesByDay } from './signatures-by-day.ts';
export { SIGNERS_A_PAGE, signersOf } from './signers.queries.ts';
export { PROOF_MINUTES, type ProofUse, readProof, type SignerName, writeProof } from './signing-proof.ts';
