import { addressIn, type PageFrame } from '#client/views/layout.tsx';
import type { Lang } from '#shared/texts/plural.ts';
import { TEXTS } from './texts.ts';

/** In which language, at which address without the language's prefix, and for whom a page is drawn. */
export interface Visit {
  lang: Lang;
  path: string;
  isSignedIn: boolean;
}
/** The visit that an address stands for: its language and its path, without the query. */
export function visitOf(address: string, isSignedIn = false): Visit {
  const [, prefix, path = ''] = /^(\/en(?=[/?]|$))?([^?]*)/.exec(address) ?? [];
  // A link to a path of two slashes would lead to another site.
  return { lang: prefix ? 'en' : 'uk', path: `/${path.replace(/^\/+/, '')}`, isSignedIn };
}
/** The address of another page in the language of the visit. */
export const within = ({ lang }: Visit, path: string): string => addressIn(lang, path);
/** The frame of one page. A page that shows errors says so first in its title, for those who hear it. */
export const frameOf = ({ lang, path, isSignedIn }: Visit, title: string, hasErrors = false): PageFrame => {
  const texts = TEXTS[lang].common;
  return { lang, path, isSignedIn, texts, title: hasErrors ? `${texts.errorPrefix}: ${title}` : title };
};
