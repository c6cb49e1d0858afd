/** The register: every case of every regime, and the only way to move one. The only door into this folder. */

export { whoAsks } from './actors.ts';
export { auditCase } from './case.audit.ts';
export type { Case } from './case.model.ts';
export { casePolicy } from './case.policy.ts';
export { mainDepartment, signedAnswerOf } from './case.presenter.ts';
export { accessCodeOf, takeCaseNumber } from './case-codes.ts';
export { type Entry, enterCase } from './commands/enter-case.ts';
export { moveCase } from './commands/move-case.ts';
export { openCase } from './commands/open-case.ts';
export { confirmPhone, signInWithCode } from './commands/prove-phone.ts';
export { type Consent, newApplicant, wantsSms } from './participant.model.ts';
export { audienceOfCase, detachPhone, partByLink, switchSms, textPhoneOf } from './participants.ts';
export { installRegime, publicStatusOf, type Regime } from './regime.ts';
export { caseById, caseByNumber, casesById, cityFigures } from './register.queries.ts';
