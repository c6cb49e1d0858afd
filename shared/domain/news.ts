/** What local news can be about: a district, a category or branch of them, or one case. */
export const NEWS_KINDS = ['district', 'category', 'case'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];
/** One thing to be told of: a code of the catalogue, or the public number of a case. */
export interface NewsTopic {
  kind: NewsKind;
  code: string;
}
