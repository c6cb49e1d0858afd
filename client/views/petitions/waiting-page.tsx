import type { JSX } from 'preact';
import { CodeField } from '#client/views/forms/code-field.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { momentToSecond } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { PetitionWaitingTexts } from '#shared/texts/uk/petition-waiting.ts';
import { HiddenFields } from './hidden-fields.tsx';

/** A page that is asked for again: by the browser itself, unless people turned that off; `byHand` is where they do. */
interface AskedAgain {
  kind: 'page';
  href: string;
  byHand: string | null;
}
/** A form that is sent again, with all that was typed; `code` are the words of a code, which has to be entered anew. */
interface SentAgain {
  kind: 'form';
  action: string;
  values: Readonly<Record<string, string>>;
  code: { label: string; hint: string } | null;
}
/** Null: a form of which nothing was read. */
export type Again = AskedAgain | SentAgain | null;
/** Waits in the place of a screen of signing. */
export interface WaitingPageProps {
  /** The petition that is signed; null where the address does not name it. */
  number: string | null;
  again: Again;
  seconds: number;
  /** When it can be tried again. */
  at: Date;
  lang: Lang;
  texts: PetitionWaitingTexts;
}

const leadOf = (again: Again, texts: PetitionWaitingTexts): string => {
  if (again === null) return texts.back;
  if (again.kind === 'page') return again.byHand ? texts.page : texts.byHand;
  return again.code ? texts.code : texts.form;
};
const AgainForm = ({ again, texts }: { again: SentAgain; texts: PetitionWaitingTexts }): JSX.Element => (
  <form method="post" action={again.action}>
    <HiddenFields values={again.values} />
    {again.code && <CodeField {...again.code} />}
    <SubmitButton>{texts.again}</SubmitButton>
  </form>
);
const AgainLinks = ({ again: { href, byHand }, texts }: { again: AskedAgain; texts: PetitionWaitingTexts }) => (
  <p class="actions">
    <a class="button primary" href={href}>
      {texts.again}
    </a>
    {byHand && (
      <a class="button quiet" href={byHand}>
        {texts.toByHand}
      </a>
    )}
  </p>
);
/** Says that nothing is lost and when it is tried again, and tries: by itself where it can, else by one button. */
export const WaitingPage = ({ number, again, seconds, at, lang, texts }: WaitingPageProps): JSX.Element => {
  const next = (
    <p class="next">
      <strong data-next>{fill(texts.next, { moment: momentToSecond(lang, at) })}</strong>
    </p>
  );
  const isByItself = again?.kind === 'form' || Boolean(again?.byHand);
  const sends = again?.kind === 'form' && again.code === null;
  return (
    <div class="column waiting">
      <h1>{texts.title}</h1>
      <p class="lead">{leadOf(again, texts)}</p>
      {isByItself ? (
        <Island name="wait-turn" props={{ seconds, at: at.toISOString(), lang, sends, words: wordsOf(texts) }}>
          {next}
          {again?.kind === 'form' && <p data-how>{texts.onceOver}</p>}
          <progress aria-label={texts.progress} />
        </Island>
      ) : (
        next
      )}
      {again?.kind === 'form' && <AgainForm again={again} texts={texts} />}
      {again?.kind === 'page' && <AgainLinks again={again} texts={texts} />}
      {number && (
        <p>
          {texts.read}
          <a href={addressIn(lang, `/petitions/${number}`)}>{texts.petition}</a>.
        </p>
      )}
    </div>
  );
};
const wordsOf = ({ next, byItself, left, ready, trying, stop, stopped }: PetitionWaitingTexts) => ({
  ...{ next, byItself, left, ready },
  ...{ trying, stop, stopped },
});
