import { OwnPassword, type OwnPasswordProps } from '#client/views/desk/own-password.tsx';
import { OwnTotp, type OwnTotpProps } from '#client/views/desk/own-totp.tsx';
import { SignInCode, type SignInCodeProps } from '#client/views/desk/sign-in-code.tsx';
import { deskAdmin as en } from '#shared/texts/en/desk-admin.ts';
import type { Lang } from '#shared/texts/plural.ts';
import { type DeskAdminTexts, deskAdmin as uk } from '#shared/texts/uk/desk-admin.ts';
import { renderBareDocument } from './document.tsx';
import type { Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** The words of accounts by language. */
export const ACCOUNT_TEXTS: Readonly<Record<Lang, DeskAdminTexts>> = { uk, en };
type Facts<Props> = Omit<Props, 'lang' | 'texts' | 'common' | 'toDesk'>;

const doorPage = (lang: Lang, title: string, isRefused: boolean, content: Parameters<typeof renderBareDocument>[1]) => {
  const { common } = TEXTS[lang];
  return renderBareDocument(
    {
      lang,
      title: `${isRefused ? `${common.errorPrefix}: ` : ''}${title} · ${common.site}`,
      styles: ['client/styles/desk.css'],
      scripts: ['client/main.ts'],
    },
    content,
    <meta name="robots" content="noindex" />,
  );
};
/** The second step of signing in to the desk. */
export function signInCodePage({ lang }: Visit, facts: Facts<SignInCodeProps>): string {
  const texts = ACCOUNT_TEXTS[lang].door;
  const content = <SignInCode {...facts} lang={lang} texts={texts} common={TEXTS[lang].common} />;
  return doorPage(lang, texts.codeTitle, facts.trouble !== null, content);
}
/** Changing one's own password. */
export function ownPasswordPage({ lang }: Visit, facts: Facts<OwnPasswordProps>): string {
  const texts = ACCOUNT_TEXTS[lang].password;
  const content = <OwnPassword {...facts} lang={lang} texts={texts} common={TEXTS[lang].common} />;
  return doorPage(lang, texts.title, Object.keys(facts.errors).length > 0, content);
}
/** Enrolling one's own second factor. */
export function ownTotpPage({ lang }: Visit, facts: Facts<OwnTotpProps>): string {
  const { totp, password } = ACCOUNT_TEXTS[lang];
  const words = { lang, texts: totp, toDesk: password.toDesk, common: TEXTS[lang].common };
  return doorPage(lang, totp.title, facts.error !== null, <OwnTotp {...facts} {...words} />);
}
