/** The register: every case of every regime, and the only way to move one. The only door into this folder. */

export { useOutsiders } from './actor-names.ts';
export { staffActor, whoAsks } from './actors.ts';
export { answerToSend } from './answer-letter.ts';
export { initials, maskedEmail, maskedPhone } from './applicant.mask.ts';
export { recordAside } from './aside.ts';
export { auditCases, casesWithoutHistory } from './case.audit.ts';
export { briefOf, placeBriefly } from './case.brief.ts';
export { type Case, type CasePlace, type PastRecord, UNPUBLISHED } from './case.model.ts';
export { casePolicy } from './case.policy.ts';
export { presentCase, presentSigning, signedAnswerOf } from './case.presenter.ts';
export { ceilingOf, suggestionOf } from './case.publication.ts';
export { mainDepartment, presentRow } from './case.row.ts';
export { caseTerms } from './case.terms.ts';
export {
  accessCodeOf,
  indexText,
  nextInSeries,
  takeCaseNumber,
  takeCaseNumbers,
  takeOutgoingNumber,
} from './case-codes.ts';
export { keepCaseIndex } from './case-index/case-index.keeper.ts';
export { serveCaseIndex } from './case-index/case-index.served.ts';
export { keepCaseIndexThread } from './case-index/case-index.thread.ts';
export { answersOf, askFirst, listsAnswered } from './case-index/first-answers.ts';
export { stemsIn } from './case-index/stems.ts';
export { dropUnusedFiles } from './commands/drop-unused-files.ts';
export { type Entry, enterCase, enterCases } from './commands/enter-case.ts';
export { giveFeedback } from './commands/give-feedback.ts';
export { joinCase, joinedBy } from './commands/join-case.ts';
export { authorizeSigning } from './commands/keep-signed-file.ts';
export { markTextFate } from './commands/mark-case.ts';
export { moveCase } from './commands/move-case.ts';
export { moveOwnCase } from './commands/move-own-case.ts';
export { openCase } from './commands/open-case.ts';
export { confirmContact, signInWithCode } from './commands/prove-contact.ts';
export { switchLetters, switchSms } from './commands/switch-messages.ts';
export { type ContactToProve, contactMarks, contactToProve } from './contact-to-prove.ts';
export {
  addresseeFor,
  addresseesOf,
  answerGiven,
  answersById,
  correspondentsOf,
} from './correspondence.ts';
export { type CountedCase, countedBatches, countedOf } from './counted.queries.ts';
export { feedbackOf } from './feedback.queries.ts';
export { type CaseInHand, casesInHand, isHandled, stillInHand } from './in-hand.queries.ts';
export {
  countCases,
  type JournalPlace,
  journalPapers,
  registeredBetween,
} from './journal.queries.ts';
export { type LetterMaker, letterToSign, useLetterMaker } from './kept-letter.ts';
export { type GenuineLetter, genuineLetter } from './letter.queries.ts';
export { letterLinkFor, partByLetterLink } from './letter-link.ts';
export { refusalOfMove } from './move-trial.ts';
export { casesNear, type NearCase } from './near-cases.ts';
export { latestPublic, type NewsOf, publicNews } from './news.queries.ts';
export { type Notice, noticesOf } from './notices.queries.ts';
export { reservationOf } from './number-reservations.queries.ts';
export {
  draftFromOutside,
  draftsFromOutside,
  noteFromOutside,
  resolutionOf,
} from './outside.ts';
export { muteOwnKinds, type OwnMessages, ownMessages, type SwitchStates, switchOwn } from './own-messages.ts';
export {
  type Consent,
  newApplicant,
  newCoAuthor,
  newRepresentative,
  newSignatory,
  type Participant,
  wantsSms,
} from './participant.model.ts';
export { applicantOf, audienceOfCase, detachContacts, partByLink } from './participants.ts';
export { pastKeysAmong } from './past-cases.queries.ts';
export { isPublic, isShownCategory, publicCaseOf } from './public-case.ts';
export { eachStep, type PublicRow, publicRowReader } from './public-row.ts';
export { casesChangedSince, casesShownBetween, rawCasesById, rawPublicCases } from './public-rows.queries.ts';
export { publishedBatches, publishedOf } from './published.queries.ts';
export type { PublishedCase } from './published.rows.ts';
export { installRegime, publicStatusOf, type Regime } from './regime.ts';
export { caseById, caseByNumber, casesById, casesOf, cityFigures } from './register.queries.ts';
export { casesSince, objectionToDepartment, routableOf } from './routable.ts';
export { signedFileOf, signedLetterOf } from './signed-letter.queries.ts';
export { likeness, trigramsOf } from './trigrams.ts';
