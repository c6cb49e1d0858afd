import { appealForm } from '#shared/texts/en/appeal-form.ts';
import { cases } from '#shared/texts/en/cases.ts';
import { common } from '#shared/texts/en/common.ts';
import { desk } from '#shared/texts/en/desk.ts';
import { deskIntake as intake } from '#shared/texts/en/desk-intake.ts';
import { deskMoves as moves } from '#shared/texts/en/desk-moves.ts';
import { questionGroups } from '#shared/texts/en/question-groups.ts';
import type { DeskWords } from './words.uk.ts';

/** The desk in English. */
export const words: DeskWords = { appealForm, cases, common, desk, intake, moves, questionGroups };
