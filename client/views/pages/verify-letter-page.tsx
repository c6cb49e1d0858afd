import type { JSX } from 'preact';
import type { VerifyLetterTexts } from '#shared/texts/uk/verify-letter.ts';

/** A letter that is genuine: its number, its date in words, the post and the body that signed it. */
export interface VerifyLetterPageProps {
  number: string;
  date: string;
  post: string;
  body: string;
  /** How it was signed, in words. */
  how: string;
  texts: VerifyLetterTexts;
}
/** «Лист справжній»: what to compare with the sheet in one's hands. */
export const VerifyLetterPage = ({ number, date, post, body, how, texts }: VerifyLetterPageProps): JSX.Element => (
  <div class="column">
    <h1>{texts.title}</h1>
    <p class="lead">{texts.text}</p>
    <dl class="facts">
      <div>
        <dt>{texts.number}</dt>
        <dd lang="uk">{number}</dd>
      </div>
      <div>
        <dt>{texts.date}</dt>
        <dd>{date}</dd>
      </div>
      {post && (
        <div>
          <dt>{texts.post}</dt>
          <dd lang="uk">{post}</dd>
        </div>
      )}
      <div>
        <dt>{texts.body}</dt>
        <dd>{body}</dd>
      </div>
      <div>
        <dt>{texts.how}</dt>
        <dd>{how}</dd>
      </div>
    </dl>
  </div>
);
