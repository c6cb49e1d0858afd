import type { ComponentChildren, JSX } from 'preact';
import type { Lang } from '#shared/texts/plural.ts';
import type { CommonTexts } from '#shared/texts/uk/common.ts';
import { BrandMark } from './brand-mark.tsx';

/** What every page tells of itself. `path` is without the language's prefix, such as `/clock`. */
export interface PageFrame {
  lang: Lang;
  title: string;
  path: string;
  texts: CommonTexts;
  isSignedIn: boolean;
}
/** The address of a page in a language: Ukrainian at `/…`, English at `/en/…`. */
export const addressIn = (lang: Lang, path: string): string =>
  lang === 'uk' ? path : `/en${path === '/' ? '' : path}`;

/** Numbers that are called when a life is in danger: fire, police, ambulance, gas, rescue. */
const DANGER_NUMBERS = ['101', '102', '103', '104', '112'];
/** Those numbers as links that a phone can call, put into a sentence with a place for `{numbers}`. */
export const DangerNumbers = ({ text }: { text: string }): JSX.Element => {
  const [before, after] = text.split('{numbers}');
  return (
    <>
      {before}
      {DANGER_NUMBERS.map((number, i) => (
        <span key={number}>
          {i > 0 && ', '}
          <a href={`tel:${number}`}>{number}</a>
        </span>
      ))}
      {after}
    </>
  );
};

const Navigation = ({ page: { lang, path, texts, isSignedIn } }: { page: PageFrame }): JSX.Element => {
  const other: Lang = lang === 'uk' ? 'en' : 'uk';
  const links = [
    ['/appeals/new', texts.newAppeal],
    ['/petitions', texts.petitions],
    ['/my', texts.myAppeals],
    ['/clock', texts.clock],
  ] as const;
  return (
    <ul>
      {links.map(([to, label]) => (
        <li key={to}>
          <a href={addressIn(lang, to)} aria-current={path === to ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
      {isSignedIn && (
        <li>
          <form method="post" action={addressIn(lang, '/my/sign-out')}>
            <button type="submit" class="link">
              {texts.signOut}
            </button>
          </form>
        </li>
      )}
      <li>
        <a href={addressIn(other, path)} lang={other} hreflang={other} title={texts.otherLanguageSays}>
          {texts.otherLanguage}
        </a>
      </li>
    </ul>
  );
};

/** The frame of every public page: skip link, top bar, the page's own part, footer. The menu folds on phones without scripts. */
export const Layout = ({ page, children }: { page: PageFrame; children: ComponentChildren }): JSX.Element => {
  const { lang, texts } = page;
  return (
    <>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header class="top">
        <div class="wide">
          <a class="brand" href={addressIn(lang, '/')}>
            <BrandMark />
            {texts.site} <span>{texts.city}</span>
          </a>
          <nav aria-label={texts.navigation}>
            <Navigation page={page} />
          </nav>
          <details class="menu">
            <summary>{texts.menu}</summary>
            <nav aria-label={texts.navigation}>
              <Navigation page={page} />
            </nav>
          </details>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer class="foot">
        <div class="wide">
          <p>
            <DangerNumbers text={texts.danger} />
          </p>
          <p>{texts.contactCentre}</p>
          <nav aria-label={texts.footer}>
            <ul>
              <li>
                <a href={addressIn(lang, '/how-it-works')}>{texts.howItWorks}</a>
              </li>
              <li>
                <a href={addressIn(lang, '/help')}>{texts.help}</a>
              </li>
              <li>
                <a href={addressIn(lang, '/accessibility')}>{texts.accessibility}</a>
              </li>
              <li>
                <a href={addressIn(lang, '/privacy')}>{texts.privacy}</a>
              </li>
              <li>
                <a href={addressIn(lang, '/statistics')}>{texts.statistics}</a>
              </li>
              <li>
                <a href={addressIn(lang, '/statistics/messages')}>{texts.messageStatistics}</a>
              </li>
              <li>
                <a href={addressIn(lang, '/open-data')}>{texts.openData}</a>
              </li>
              <li>
                <a href={addressIn(lang, '/api/docs')}>{texts.api}</a>
              </li>
            </ul>
          </nav>
        </div>
      </footer>
    </>
  );
};
