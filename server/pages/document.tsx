import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { addressIn, Layout, type PageFrame } from '#client/views/layout.tsx';
import { assetOf, importsOf } from './assets.ts';

/** Sources of more style sheets and scripts, such as `client/styles/clock.css`, and whether search engines are kept out. */
export interface Extra {
  styles?: readonly string[];
  scripts?: readonly string[];
  isPrivate?: boolean;
  /** What the page is about, for search engines; the site's own words unless said. */
  description?: string;
  /** More for the head, such as what social networks show. */
  head?: JSX.Element;
}
/** The product's mark as a file in an address: one request less on every first visit. */
const MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M6 2h20a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z" fill="#0a57a3"/><path d="m10.5 13 4 4 7.5-8" fill="none" stroke="#fff" stroke-width="3"/></svg>',
)}`;

/** A document without the public frame, for the desk and other pages with a frame of their own. */
export const renderBareDocument = (
  {
    lang,
    title,
    styles,
    scripts,
  }: { lang: string; title: string; styles: readonly string[]; scripts: readonly string[] },
  body: JSX.Element,
  head?: JSX.Element,
): string =>
  `<!doctype html>${renderToString(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={MARK} />
        {styles.map((source) => (
          <link key={source} rel="stylesheet" href={assetOf(source)} />
        ))}
        {scripts.map((source) => (
          <script key={source} type="module" src={assetOf(source)} />
        ))}
        {scripts.flatMap(importsOf).map((address) => (
          <link key={address} rel="modulepreload" href={address} />
        ))}
        {head}
      </head>
      <body>{body}</body>
    </html>,
  )}`;

/**
 * A public page as a whole document: `body` is what stands inside the page's frame, which is put around it here.
 * Styles and scripts are files, as the content security policy demands.
 */
export function renderDocument(frame: PageFrame, body: JSX.Element, extra: Extra = {}): string {
  const { lang, title, path, texts } = frame;
  return renderBareDocument(
    {
      lang,
      title: title === texts.site ? `${texts.site} · ${texts.city}` : `${title} · ${texts.site}`,
      styles: ['client/styles/public.css', ...(extra.styles ?? [])],
      scripts: ['client/main.ts', ...(extra.scripts ?? [])],
    },
    <Layout page={frame}>{body}</Layout>,
    <>
      {extra.isPrivate ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <meta name="description" content={extra.description ?? texts.description} />
          <link rel="alternate" hreflang="uk" href={addressIn('uk', path)} />
          <link rel="alternate" hreflang="en" href={addressIn('en', path)} />
        </>
      )}
      {extra.head}
    </>,
  );
}
