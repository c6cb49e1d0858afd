/** One part of a page of plain words; what it does not need is left out. */
export interface ArticleSection {
  title: string;
  text?: readonly string[];
  list?: readonly string[];
  /** What happens one after another, and when. */
  steps?: readonly { when: string; title: string; text: string }[];
  /** Questions that unfold to their answers. */
  questions?: readonly { title: string; text: string }[];
  /** The articles that it rests on, in a fold. */
  law?: string;
  /** Where to go on: a page of the site without the language's prefix, or a number to call as `tel:`. */
  links?: readonly { to: string; label: string }[];
}
/** A page of plain words. Texts may have `{name}` places that the page fills, such as dates of law. */
export interface Article {
  title: string;
  lead: string;
  sections: readonly ArticleSection[];
  /** When the words were last looked through (`YYYY-MM-DD`). */
  updatedOn: string;
}
