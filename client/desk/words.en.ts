import { appealForm } from '#shared/texts/en/appeal-form.ts';
import { cases } from '#shared/texts/en/cases.ts';
import { classifier } from '#shared/texts/en/classifier.ts';
import { common } from '#shared/texts/en/common.ts';
import { desk } from '#shared/texts/en/desk.ts';
import { deskAdmin as admin } from '#shared/texts/en/desk-admin.ts';
import { deskAudit as audit } from '#shared/texts/en/desk-audit.ts';
import { deskBulk as bulk } from '#shared/texts/en/desk-bulk.ts';
import { deskDelegations as delegations } from '#shared/texts/en/desk-delegations.ts';
import { deskFigures as figures } from '#shared/texts/en/desk-figures.ts';
import { deskFiles as files } from '#shared/texts/en/desk-files.ts';
import { deskFilters as filters } from '#shared/texts/en/desk-filters.ts';
import { deskForwarded as forwarded } from '#shared/texts/en/desk-forwarded.ts';
import { deskIntake as intake } from '#shared/texts/en/desk-intake.ts';
import { deskJournals as journals } from '#shared/texts/en/desk-journals.ts';
import { deskLinks as links } from '#shared/texts/en/desk-links.ts';
import { deskMessageTexts as messageTexts } from '#shared/texts/en/desk-message-texts.ts';
import { deskMessages as messages } from '#shared/texts/en/desk-messages.ts';
import { deskMoveFields as moveFields } from '#shared/texts/en/desk-move-fields.ts';
import { deskMoves as moves } from '#shared/texts/en/desk-moves.ts';
import { deskNotes as notes } from '#shared/texts/en/desk-notes.ts';
import { deskOwnViews as ownViews } from '#shared/texts/en/desk-own-views.ts';
import { deskPeople as people } from '#shared/texts/en/desk-people.ts';
import { deskPetitionCharter as petitionCharter } from '#shared/texts/en/desk-petition-charter.ts';
import { deskPetitions as petitions } from '#shared/texts/en/desk-petitions.ts';
import { deskPlaces as places } from '#shared/texts/en/desk-places.ts';
import { deskPost as post } from '#shared/texts/en/desk-post.ts';
import { deskPublication as publication } from '#shared/texts/en/desk-publication.ts';
import { deskPublicity as publicity } from '#shared/texts/en/desk-publicity.ts';
import { deskReference as reference } from '#shared/texts/en/desk-reference.ts';
import { deskRouting as routing } from '#shared/texts/en/desk-routing.ts';
import { deskSignatures as signatures } from '#shared/texts/en/desk-signatures.ts';
import { deskSigning as signing } from '#shared/texts/en/desk-signing.ts';
import { deskStanding as standing } from '#shared/texts/en/desk-standing.ts';
import { deskTemplates as templates } from '#shared/texts/en/desk-templates.ts';
import { questionGroups } from '#shared/texts/en/question-groups.ts';
import { signing as signed } from '#shared/texts/en/signing.ts';
import { smsFaults } from '#shared/texts/en/sms-faults.ts';
import type { DeskWords } from './words.uk.ts';

/** The desk in English. */
export const words: DeskWords = {
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
