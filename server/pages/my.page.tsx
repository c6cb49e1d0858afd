import { MyPage, type MyPageProps } from '#client/views/my/my-page.tsx';
import { SignInPage, type SignInPageProps } from '#client/views/my/sign-in-page.tsx';
import { renderDocument } from './document.tsx';
import { frameOf, type Visit } from './frame.ts';
import { TEXTS } from './texts.ts';

/** Signing in to one's own cases by a code. */
export function signInPage(
  visit: Visit,
  facts: Pick<SignInPageProps, 'by' | 'contact' | 'codeId' | 'error' | 'notice'>,
): string {
  const { my: texts, home, common } = TEXTS[visit.lang];
  const title = facts.codeId ? texts[facts.by].codeTitle : texts.title;
  const words = { lang: visit.lang, texts, home, errorTitle: common.errorSummary };
  return renderDocument(frameOf(visit, title, facts.error !== undefined), <SignInPage {...facts} {...words} />, {
    isPrivate: true,
  });
}
/** One's own cases. */
export function myPage(
  visit: Visit,
  facts: Pick<MyPageProps, 'items' | 'by' | 'ofPhone' | 'notice' | 'today'>,
): string {
  const { my: texts, myMessages: messages, myPetitions: petitions, cases } = TEXTS[visit.lang];
  const view = (
    <MyPage {...facts} lang={visit.lang} texts={texts} messages={messages} petitions={petitions} cases={cases} />
  );
  return renderDocument(frameOf(visit, texts.title), view, { isPrivate: true });
}
