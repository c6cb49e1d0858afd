import { firstCalendar } from '#server/calendar/calendar.migration.ts';
import { firstPetitions } from '#server/petitions/petitions.migration.ts';
import { indexes } from '#server/platform/migrations/0001-indexes.ts';
import { residentPath } from '#server/platform/migrations/0003-resident-path.ts';
import { register } from '#server/platform/migrations/0004-register.ts';
import { audit } from '#server/platform/migrations/0005-audit.ts';
import { bulk } from '#server/platform/migrations/0006-bulk.ts';
import { routing } from '#server/platform/migrations/0007-routing.ts';
import { notes } from '#server/platform/migrations/0008-notes.ts';
import { signatures } from '#server/platform/migrations/0009-signatures.ts';
import { deskViews } from '#server/platform/migrations/0010-desk-views.ts';
import { peopleNames } from '#server/platform/migrations/0011-people-names.ts';
import { executors } from '#server/platform/migrations/0012-executors.ts';
import { postal } from '#server/platform/migrations/0013-postal.ts';
import { delegations } from '#server/platform/migrations/0014-delegations.ts';
import { pastYears } from '#server/platform/migrations/0015-past-years.ts';
import { firstHead } from '#server/platform/migrations/0016-first-head.ts';
import { roles } from '#server/platform/migrations/0017-roles.ts';
import { paperJournals } from '#server/platform/migrations/0019-paper-journals.ts';
import { mailAgain } from '#server/platform/migrations/0021-mail-again.ts';
import { smsMoney } from '#server/platform/migrations/0022-sms-money.ts';
import { messageTexts } from '#server/platform/migrations/0023-message-texts.ts';
import { largeAudiences } from '#server/platform/migrations/0024-large-audiences.ts';
import { ownMessages } from '#server/platform/migrations/0025-own-messages.ts';
import { smsWatch } from '#server/platform/migrations/0026-sms-watch.ts';
import { spareIndexes } from '#server/platform/migrations/0027-spare-indexes.ts';
import { ngoPetitions } from '#server/platform/migrations/0029-ngo-petitions.ts';
import type { Migration } from '#server/platform/migrations/migration.ts';
import { pendingMigrations } from '#server/platform/migrations/run-migrations.ts';

/** Every step of the database's shape, in order; a step that has landed is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  indexes,
  firstCalendar,
  residentPath,
  register,
  audit,
  bulk,
  routing,
  notes,
  signatures,
  deskViews,
  peopleNames,
  executors,
  postal,
  delegations,
  pastYears,
  firstHead,
  roles,
  paperJournals,
  mailAgain,
  smsMoney,
  messageTexts,
  largeAudiences,
  ownMessages,
  smsWatch,
  spareIndexes,
  firstPetitions,
  ngoPetitions,
];

/** Refuses to work on a database that is older than the code. */
export async function refuseOlderSchema(): Promise<void> {
  const pending = await pendingMigrations(MIGRATIONS);
  if (pending.length > 0) throw new Error(`The database lacks ${pending.join(', ')}: run "npm run migrate" first.`);
}
