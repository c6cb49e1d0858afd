import { appealForm } from '#shared/texts/uk/appeal-form.ts';
import { cases } from '#shared/texts/uk/cases.ts';
import { common } from '#shared/texts/uk/common.ts';
import { desk } from '#shared/texts/uk/desk.ts';
import { deskIntake as intake } from '#shared/texts/uk/desk-intake.ts';
import { deskMoves as moves } from '#shared/texts/uk/desk-moves.ts';
import { questionGroups } from '#shared/texts/uk/question-groups.ts';

/** The desk in Ukrainian. */
export const words = { appealForm, cases, common, desk, intake, moves, questionGroups };
/** Every other language has the same keys. */
export type DeskWords = Readonly<typeof words>;
