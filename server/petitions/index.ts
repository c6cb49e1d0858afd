/** Petitions: the whole cycle of an electronic petition, its signatures, and the tree that anybody can check. The only door into this folder. */

export { charterNow, charterOf, charterSeed, loadCharters, useCharters } from './charter.ts';
export { confirmPetition } from './commands/confirm-petition.ts';
export { endCollection, endedCollections } from './commands/end-collection.ts';
export { movePetition } from './commands/move-petition.ts';
export { moveOwnPetition } from './commands/move-with-card.ts';
export { sealWindow, unsealedPetitions } from './commands/seal-window.ts';
export { holdOpen, isOpenOn, keysOfPhone, signPetition } from './commands/sign-petition.ts';
export { sendAuthorCode, writePetition } from './commands/write-petition.ts';
export type { Petition } from './petition.model.ts';
export { petitionRules } from './petition.notices.ts';
export { isPublicPetition } from './petition.policy.ts';
export { presentPetition } from './petition.presenter.ts';
export {
  PETITIONS_A_PAGE,
  petitionById,
  petitionByNumber,
  petitionNumberIn,
  publishedPetitions,
  similarPetitions,
} from './petitions.queries.ts';
export { publicList } from './public-list.ts';
export { SIGNERS_A_PAGE, signersOf } from './signers.queries.ts';
export { readProof, writeProof } from './signing-proof.ts';
