import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { common } from '#shared/texts/uk/common.ts';
import { desk } from '#shared/texts/uk/desk.ts';
import { deskFiles as files } from '#shared/texts/uk/desk-files.ts';
import { deskIntake as intake } from '#shared/texts/uk/desk-intake.ts';
import { deskMoves as moves } from '#shared/texts/uk/desk-moves.ts';
import { deskPublication as publication } from '#shared/texts/uk/desk-publication.ts';
import { deskPublicity as publicity } from '#shared/texts/uk/desk-publicity.ts';
import { questionGroups } from '#shared/texts/uk/question-groups.ts';

/** The desk in Ukrainian. */
export const words = {
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
/** Every other language has the same keys. */
export type DeskWords = Readonly<typeof words>;
