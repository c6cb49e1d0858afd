/** A page of plain words: sections of paragraphs, each with a list where one helps. */
export interface Article {
  title: string;
  lead: string;
  sections: readonly { title: string; text: readonly string[]; list?: readonly string[] }[];
}
