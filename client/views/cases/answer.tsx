import type { JSX } from 'preact';
import type { SignedAnswer } from '#shared/contract/appeals.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';

/** A signed answer: what it comes to, its words, who signed it, and how to contest it. */
export const Answer = ({
  answer,
  letter,
  signed,
  lang,
  texts,
}: {
  answer: SignedAnswer;
  /** The same as a file, for who may have it: its address, and the words of the link. */
  letter: { href: string; words: string } | null;
  /** How it was signed, in words, and the files that show it, for who may have them. */
  signed: { how: string; links: readonly { href: string; words: string }[] } | null;
  lang: Lang;
  texts: CaseTexts;
}): JSX.Element => (
  <section class="answer" aria-labelledby="answer">
    <h2 id="answer">{texts.answer}</h2>
    <p class="result">{texts.results[answer.result]}</p>
    <div class="words" lang="uk">
      {answer.text}
    </div>
    <p class="signed">
      {fill(texts.signatory, { name: answer.signatory })}
      <br />
      {fill(texts.outgoing, { number: answer.outgoingNumber, date: dateInFull(lang, answer.signedOn) })}
    </p>
    {letter && (
      <p>
        <a href={letter.href} hreflang="uk" type="application/pdf">
          {letter.words}
        </a>
      </p>
    )}
    {signed && (
      <p class="hint">
        {signed.how}
        {signed.links.map(({ href, words }) => (
          <>
            <br />
            <a href={href} hreflang="uk">
              {words}
            </a>
          </>
        ))}
      </p>
    )}
    <details open={answer.result === 'refused'}>
      <summary>{texts.contest}</summary>
      {answer.appealRoute && (
        <div class="words" lang="uk">
          {answer.appealRoute}
        </div>
      )}
      <p>{texts.contestUsual}</p>
    </details>
  </section>
);
