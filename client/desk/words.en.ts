import { appealForm } from '#shared/texts/en/appeal-form.ts';
import { cases } from '#shared/texts/en/cases.ts';
import { common } from '#shared/texts/en/common.ts';
import { desk } from '#shared/texts/en/desk.ts';
import { deskFiles as files } from '#shared/texts/en/desk-files.ts';
import { deskIntake as intake } from '#shared/texts/en/desk-intake.ts';
import { deskMoves as moves } from '#shared/texts/en/desk-moves.ts';
import { deskPublication as publication } from '#shared/texts/en/desk-publication.ts';
import { deskPublicity as publicity } from '#shared/texts/en/desk-publicity.ts';
import { questionGroups } from '#shared/texts/en/question-groups.ts';
import type { DeskWords } from './words.uk.ts';

/** The desk in English. */
export const words: DeskWords = {
  appealForm,
  cases,
  common,
  desk,
  files,
  intake,
  moves,
  publication,
  publicity,
  questionGroups,
};
