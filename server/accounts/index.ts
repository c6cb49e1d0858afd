/** Accounts: who manages staff, and what each member of staff does with their own account. The only door into this folder. */

export { ACCOUNT_EVENTS, DISCLOSURE_EVENTS, keepDisclosure } from './account.events.ts';
export { changeOwnPassword } from './commands/change-own-password.ts';
export { confirmTotp, totpOnOffer } from './commands/enrol-totp.ts';
