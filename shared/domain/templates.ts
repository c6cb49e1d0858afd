import type { AnswerResult } from './appeal.ts';

/** What words of the city a template can stand for: an answer, or what goes with one of the other moves. */
export const TEMPLATE_USES = [
  'answer',
  'inquiry',
  'interim',
  'extension',
  'forwarding',
  'returning',
  'termination',
] as const;
export type TemplateUse = (typeof TEMPLATE_USES)[number];
/** Where the words of each use go in the body of a move. */
export const TEMPLATE_FIELDS = {
  answer: 'answer.text',
  inquiry: 'inquiry',
  interim: 'interim',
  extension: 'extension.reason',
  forwarding: 'forwarding.explanation',
  returning: 'returning.explanation',
  termination: 'termination.explanation',
} as const satisfies Record<TemplateUse, string>;
/** The grounds between which a use tells; its template is of one of them. */
export const TEMPLATE_GROUNDS = {
  returning: ['formal', 'insufficient'],
  termination: ['anonymous', 'repeat', 'late', 'incapacity'],
} as const satisfies Partial<Record<TemplateUse, readonly string[]>>;

/** The grounds of a use; none where it tells between none. */
export const groundsOf = (use: TemplateUse): readonly string[] =>
  (TEMPLATE_GROUNDS as Partial<Record<TemplateUse, readonly string[]>>)[use] ?? [];

/** What a template can take from the case, by the word that stands in braces; letters are in Ukrainian, and so are these. */
export const PLACEHOLDERS = {
  number: 'номер',
  index: 'індекс',
  receivedOn: 'надійшло',
  dueOn: 'строк',
  category: 'тема',
  place: 'місце',
  department: 'виконавець',
  today: 'сьогодні',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;
/** What a case says in each placeholder; null where it has nothing. */
export type TemplateFacts = Readonly<Record<Placeholder, string | null>>;

const BRACES = /\{([^{}\n]{0,60})\}/g;
/** A place that only a human can fill, such as `[[що зроблено]]`. */
const GAP = /\[\[[^[\]\n]{1,80}\]\]/;
const KEYS = Object.keys(PLACEHOLDERS) as Placeholder[];
const keyOf = (word: string): Placeholder | undefined => KEYS.find((key) => PLACEHOLDERS[key] === word.trim());

/** The words in braces that nothing stands for, as they are written. */
export const unknownPlaceholders = (text: string): string[] =>
  [...text.matchAll(BRACES)].map(([, word = '']) => word).filter((word) => !keyOf(word));
/** A template with the facts of a case in place; what the case does not have becomes a gap that somebody must fill. */
export const fillTemplate = (text: string, facts: TemplateFacts): string =>
  text.replace(BRACES, (whole, word: string) => {
    const key = keyOf(word);
    return key ? (facts[key] ?? `[[${PLACEHOLDERS[key]}]]`) : whole;
  });
/** Where the first gap of a text lies; null where it has none. */
export function firstGap(text: string): { from: number; to: number } | null {
  const found = GAP.exec(text);
  return found && { from: found.index, to: found.index + found[0].length };
}

/** What of a template the law looks at. */
export interface TemplateWords {
  use: TemplateUse;
  result: AnswerResult | null;
  text: string;
  appealRoute: string | null;
}
/** One thing that the law wants said, and how it is known that it is; `article` is of Law 393/96-ВР. */
interface LegalPart {
  article: string;
  isOwedBy: (template: TemplateWords) => boolean;
  isIn: (template: TemplateWords) => boolean;
}
const isRefusal = ({ use, result }: TemplateWords): boolean => use === 'answer' && result === 'refused';
/** What letters must say by law, each with the way in which its words are recognised. */
export const LEGAL_PARTS = {
  law: {
    article: '15(4), 7(3), 8(3)',
    isOwedBy: (template) => isRefusal(template) || ['forwarding', 'returning', 'termination'].includes(template.use),
    isIn: ({ text }) => /закон|ст\.\s*\d|статт/i.test(text),
  },
  motives: {
    article: '15(4)',
    isOwedBy: isRefusal,
    isIn: ({ text }) => GAP.test(text) || /оскільки|тому що|адже|через те|у зв.язку|з огляду|підстав/i.test(text),
  },
  'higher-body': {
    article: '15(4), 16',
    isOwedBy: isRefusal,
    isIn: ({ appealRoute }) => /вищ|міськ(ий|ого|ому) голов/i.test(appealRoute ?? ''),
  },
  court: {
    article: '15(4), 16',
    isOwedBy: isRefusal,
    isIn: ({ appealRoute }) => /суд/i.test(appealRoute ?? ''),
  },
  decision: {
    article: '8(3)',
    isOwedBy: ({ use }) => use === 'termination',
    isIn: ({ text }) => /рішенн/i.test(text),
  },
} as const satisfies Record<string, LegalPart>;
export type LegalPartName = keyof typeof LEGAL_PARTS;
/** What the law wants said and a template does not say: with any of it missing, nobody can use it. */
export const missingParts = (template: TemplateWords): LegalPartName[] =>
  (Object.keys(LEGAL_PARTS) as LegalPartName[]).filter((name) => {
    const part: LegalPart = LEGAL_PARTS[name];
    return part.isOwedBy(template) && !part.isIn(template);
  });
