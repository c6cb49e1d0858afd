import type { CategoryRow } from '#server/catalogue/index.ts';
import type { CategoryQuestion } from '#shared/contract/catalogue.ts';
import { unit } from './departments.ts';

type Words = readonly [uk: string, en: string];
/** What a topic has unless it says otherwise: it is about a place, open to all, shown on the grid of 30 m. */
const PLAIN = {
  hasPlace: true,
  isDanger: false,
  privacy: 'open',
  precision: 'rounded',
  publicity: 'live',
} as const satisfies Partial<CategoryRow>;
type Rules = Partial<Pick<CategoryRow, keyof typeof PLAIN>>;

/** Public infrastructure: lamps, roads, signs. Its place is nobody's home. */
export const INFRASTRUCTURE: Rules = { precision: 'exact' };
/** Where people live: only a fixed cell of the map is ever shown. */
export const RESIDENTIAL: Rules = { precision: 'cell' };
/** About a person, a neighbour, somebody at work: nothing is suggested for publication. */
export const PRIVATE: Rules = { privacy: 'private', precision: 'cell' };
/** What an enemy would like to know is shown to nobody while martial law lasts (Criminal Code, art. 114-2). */
export const SECRET: Rules = { privacy: 'private', precision: 'cell', publicity: 'never' };

/** A topic that can be chosen; `group` is its number in the classifier of appeals (CMU 858, part II), `department` who answers as a rule. */
export interface Leaf extends Rules {
  code: string;
  name: Words;
  group: number;
  department: number;
  /** Other words that people look for it by, with commas between, in any tongue. */
  synonyms: string;
  questions?: readonly CategoryQuestion[];
  notice?: Words;
}
/** Topics under one heading. */
export interface Branch {
  code: string;
  name: Words;
  leaves: readonly Leaf[];
}

const asked =
  (type: CategoryQuestion['type']) =>
  (code: string, [uk, en]: Words): CategoryQuestion => ({ code, type, uk, en, options: [] });
/** A question that is answered in words. */
export const askWords = asked('text');
/** A question that is answered by a whole number. */
export const askNumber = asked('number');
/** A question that is answered by yes or no. */
export const askYesNo = asked('yes_no');
/** A question with a few answers to choose from. */
export const askChoice = (
  code: string,
  [uk, en]: Words,
  options: Readonly<Record<string, Words>>,
): CategoryQuestion => ({
  code,
  type: 'choice',
  uk,
  en,
  options: Object.entries(options).map(([option, [optionUk, optionEn]]) => ({
    code: option,
    uk: optionUk,
    en: optionEn,
  })),
});

const wordsOf = ([uk, en]: Words) => ({ uk, en });
/** The rows of a branch: its heading, and its topics below. */
export function rowsOf({ code, name, leaves }: Branch, position: number): CategoryRow[] {
  const common = { ...PLAIN, synonyms: [], questions: [], notice: null };
  const heading: CategoryRow = {
    ...common,
    ...wordsOf(name),
    _id: code,
    parentCode: null,
    questionGroup: 25,
    defaultDepartmentId: null,
    position,
  };
  const topics = leaves.map((leaf, i): CategoryRow => {
    const { code: leafCode, name: leafName, group, department, synonyms, questions = [], notice, ...rules } = leaf;
    return {
      ...common,
      ...rules,
      ...wordsOf(leafName),
      _id: leafCode,
      parentCode: code,
      questionGroup: group,
      defaultDepartmentId: unit(department),
      synonyms: synonyms.split(',').map((word) => word.trim()),
      questions: [...questions],
      notice: notice ? wordsOf(notice) : null,
      position: position + i + 1,
    };
  });
  return [heading, ...topics];
}
