import { DeskShell } from '#client/views/desk/desk-shell.tsx';
import { DeskSignIn, type DeskSignInProps } from '#client/views/desk/desk-sign-in.tsx';
import { baseAddress } from '#server/map/index.ts';
import { desk as en } from '#shared/texts/en/desk.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { type DeskTexts, desk as uk } from '#shared/texts/uk/desk.ts';
import { renderBareDocument } from './document.tsx';
import type { Visit } from './frame.ts';
import type { MapTiles } from './home.page.tsx';
import { TEXTS } from './texts.ts';

/** The words of the desk by language; they are no public page's. */
export const DESK_TEXTS: Readonly<Record<Lang, DeskTexts>> = { uk, en };

const STYLES = ['client/styles/desk.css'];
const PRIVATE = <meta name="robots" content="noindex" />;
const titled = (lang: Lang, title: string): string => `${title} · ${TEXTS[lang].common.site}`;

/** The page on which the desk's script builds the desk; `at` is the server's time, by which the desk reckons what is left of terms. */
export function deskShellPage({ lang }: Visit, at: Date, tiles: MapTiles): string {
  const { title, needsScripts } = DESK_TEXTS[lang];
  return renderBareDocument(
    { lang, title: titled(lang, title), styles: STYLES, scripts: ['client/desk.tsx'] },
    <DeskShell now={at.toISOString()} needsScripts={needsScripts} ground={{ base: baseAddress(), tiles }} />,
    PRIVATE,
  );
}
/** Signing in to the desk. */
export function deskSignInPage(
  { lang }: Visit,
  facts: Pick<DeskSignInProps, 'login' | 'next' | 'errors' | 'trouble' | 'notice'>,
): string {
  const texts = DESK_TEXTS[lang];
  const { common } = TEXTS[lang];
  const isRefused = facts.trouble !== null || Object.keys(facts.errors).length > 0;
  const title = isRefused ? `${common.errorPrefix}: ${texts.signIn.title}` : texts.signIn.title;
  return renderBareDocument(
    { lang, title: titled(lang, title), styles: STYLES, scripts: ['client/main.ts'] },
    <DeskSignIn {...facts} lang={lang} texts={texts} common={common} />,
    PRIVATE,
  );
}
