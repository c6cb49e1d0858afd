import { appealForm } from '#shared/texts/en/appeal-form.ts';
import { cases } from '#shared/texts/en/cases.ts';
import { common } from '#shared/texts/en/common.ts';
import { desk } from '#shared/texts/en/desk.ts';
import { questionGroups } from '#shared/texts/en/question-groups.ts';
import type { DeskWords } from './words.uk.ts';

/** The desk in English. */
export const words: DeskWords = { appealForm, cases, common, desk, questionGroups };
