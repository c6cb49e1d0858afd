import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { classifier } from '#shared/texts/uk/classifier.ts';
import { common } from '#shared/texts/uk/common.ts';
import { desk } from '#shared/texts/uk/desk.ts';
import { deskAdmin as admin } from '#shared/texts/uk/desk-admin.ts';
import { deskAudit as audit } from '#shared/texts/uk/desk-audit.ts';
import { deskBulk as bulk } from '#shared/texts/uk/desk-bulk.ts';
import { deskDelegations as delegations } from '#shared/texts/uk/desk-delegations.ts';
import { deskFigures as figures } from '#shared/texts/uk/desk-figures.ts';
import { deskFiles as files } from '#shared/texts/uk/desk-files.ts';
import { deskFilters as filters } from '#shared/texts/uk/desk-filters.ts';
import { deskForwarded as forwarded } from '#shared/texts/uk/desk-forwarded.ts';
import { deskIntake as intake } from '#shared/texts/uk/desk-intake.ts';
import { deskJournals as journals } from '#shared/texts/uk/desk-journals.ts';
import { deskLinks as links } from '#shared/texts/uk/desk-links.ts';
import { deskMessageTexts as messageTexts } from '#shared/texts/uk/desk-message-texts.ts';
import { deskMessages as messages } from '#shared/texts/uk/desk-messages.ts';
import { deskMoveFields as moveFields } from '#shared/texts/uk/desk-move-fields.ts';
import { deskMoves as moves } from '#shared/texts/uk/desk-moves.ts';
import { deskNotes as notes } from '#shared/texts/uk/desk-notes.ts';
import { deskOwnViews as ownViews } from '#shared/texts/uk/desk-own-views.ts';
import { deskPeople as people } from '#shared/texts/uk/desk-people.ts';
import { deskPetitionCharter as petitionCharter } from '#shared/texts/uk/desk-petition-charter.ts';
import { deskPetitions as petitions } from '#shared/texts/uk/desk-petitions.ts';
import { deskPlaces as places } from '#shared/texts/uk/desk-places.ts';
import { deskPost as post } from '#shared/texts/uk/desk-post.ts';
import { deskPublication as publication } from '#shared/texts/uk/desk-publication.ts';
import { deskPublicity as publicity } from '#shared/texts/uk/desk-publicity.ts';
import { deskReference as reference } from '#shared/texts/uk/desk-reference.ts';
import { deskRouting as routing } from '#shared/texts/uk/desk-routing.ts';
import { deskSignatures as signatures } from '#shared/texts/uk/desk-signatures.ts';
import { deskSigning as signing } from '#shared/texts/uk/desk-signing.ts';
import { deskStanding as standing } from '#shared/texts/uk/desk-standing.ts';
import { deskTemplates as templates } from '#shared/texts/uk/desk-templates.ts';
import { questionGroups } from '#shared/texts/uk/question-groups.ts';
import { signing as signed } from '#shared/texts/uk/signing.ts';
import { smsFaults } from '#shared/texts/uk/sms-faults.ts';

/** The desk in Ukrainian. */
export const words = {
  admin,
  appealForm,
  audit,
  bulk,
  cases,
  classifier,
  common,
  delegations,
  desk,
  figures,
  files,
  filters,
  forwarded,
  intake,
  journals,
  links,
  messages,
  messageTexts,
  moveFields,
  moves,
  notes,
  ownViews,
  people,
  petitionCharter,
  petitions,
  places,
  post,
  publication,
  publicity,
  questionGroups,
  reference,
  routing,
  signatures,
  signed,
  signing,
  smsFaults,
  standing,
  templates,
};
/** Every other language has the same keys. */
export type DeskWords = Readonly<typeof words>;
