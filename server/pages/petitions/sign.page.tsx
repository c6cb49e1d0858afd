import type { JSX } from 'preact';
import { ClosedPage } from '#client/views/petitions/closed-page.tsx';
import { SignCodePage, type SignCodePageProps } from '#client/views/petitions/sign-code-page.tsx';
import { SignPage, type SignPageProps } from '#client/views/petitions/sign-page.tsx';
import { SignedPage } from '#client/views/petitions/signed-page.tsx';
import type { FormValues } from '#server/http/form.ts';
import { charterOf, type Petition, presentPetition } from '#server/petitions/index.ts';
import type { SignatureReceipt } from '#shared/contract/petitions.ts';
import { readPhone, spacedPhone } from '#shared/domain/phone.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { renderDocument } from '../document.tsx';
import { frameOf, type Visit } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { sharedOf, shown } from './shown.ts';

/** What each screen of signing needs: for whom it is drawn, and about which petition. */
export interface Signing {
  visit: Visit;
  found: Petition;
}
const draw = ({ visit, found }: Signing, title: string, view: JSX.Element, hasErrors = false): string =>
  renderDocument(frameOf({ ...visit, path: `/petitions/${found.number}/sign` }, title, hasErrors), view, {
    styles: ['client/styles/petition-share.css'],
    isPrivate: true,
  });
const wordsOf = ({ visit: { lang }, found }: Signing) => {
  const { petitionSigning: texts, common } = TEXTS[lang];
  return { petition: presentPetition(found), lang, texts, common };
};

/** The first screen: who signs. `wrong` are words said of a field in the place of the usual ones. */
export function signPage(
  signing: Signing,
  facts: Pick<SignPageProps, 'formKey' | 'eidPath'> & {
    values: FormValues;
    errors: readonly FieldError[];
    wrong?: Readonly<Record<string, string>>;
  },
): string {
  const { values, errors, wrong, formKey, eidPath } = facts;
  const words = wordsOf(signing);
  const { signerAuth, signerScope } = charterOf(signing.found.charterVersion);
  const { problems } = TEXTS[signing.visit.lang];
  const form = { values, errors, problems, own: { isEntitled: problems['signer.unconfirmed'], ...wrong } };
  const view = (
    <SignPage
      {...words}
      form={form}
      formKey={formKey}
      scope={signerScope}
      hasSms={signerAuth.includes('sms')}
      eidPath={signerAuth.includes('eid') ? eidPath : null}
    />
  );
  return draw(signing, words.texts.title, view, errors.length > 0);
}
/** The second screen: the code. */
export function signCodePage(
  signing: Signing,
  facts: Pick<SignCodePageProps, 'values' | 'formKey' | 'codeId' | 'error' | 'unsent' | 'waitS'>,
): string {
  const { values } = facts;
  const words = wordsOf(signing);
  const name = [values.lastName, values.firstName, values.patronymic].filter(Boolean).join(' ');
  const phone = spacedPhone(readPhone(values.phone ?? '').e164 ?? '').replaceAll(' ', '\u00a0');
  const codes = TEXTS[signing.visit.lang].received;
  const view = <SignCodePage {...words} {...facts} name={name} phone={phone} codes={codes} />;
  return draw(signing, words.texts.codeTitle, view, facts.error !== undefined);
}
/** The receipt. */
export function signedPage(signing: Signing, receipt: SignatureReceipt, publicUrl: string): string {
  const { visit, found } = signing;
  const words = wordsOf(signing);
  const { petitions } = TEXTS[visit.lang];
  const shared = sharedOf(visit, found, publicUrl);
  const title = receipt.isNew ? words.texts.signed : words.texts.title;
  return draw(signing, title, <SignedPage {...words} {...{ receipt, shared, petitions }} />);
}
/** Says that the petition is signed no more. */
export function closedPage(signing: Signing): string {
  const { petition, lang, texts } = wordsOf(signing);
  const { today } = shown(signing.found);
  const view = <ClosedPage {...{ petition, lang, texts }} isReached={petition.endsOn >= today} />;
  return draw(signing, texts.closed, view);
}
