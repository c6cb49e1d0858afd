import type { JSX } from 'preact';
import { renderDocument } from '#server/pages/document.tsx';
import { frameOf } from '#server/pages/frame.ts';
import type { CaughtLetter } from '#server/standalone/mail-catcher/letter-file.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { mailWords } from './mail.words.ts';

/** How many letters are shown, the last one first. */
const MOST = 50;

/** A line of a letter; one that is an address of the web can be followed. */
const Line = ({ words }: { words: string }): JSX.Element => (
  <p>{/^https?:\/\/\S+$/.test(words) ? <a href={words}>{words}</a> : words}</p>
);
const Letter = ({ id, to, subject, text, at }: CaughtLetter): JSX.Element => (
  <article class="phone" aria-labelledby={id}>
    <h2 id={id}>{subject}</h2>
    <p class="tick">
      <span>{fill(mailWords.to, { address: to })}</span> <time dateTime={at}>{momentInFull('uk', at)}</time>
    </p>
    {text
      .split('\n')
      .filter((words) => words.trim() !== '' && words.trim() !== '--')
      .map((words) => (
        <Line key={words} words={words} />
      ))}
  </article>
);

/** The mail of the demo as a page, the last letter first. */
export const mailPage = (letters: readonly CaughtLetter[]): string =>
  renderDocument(
    frameOf({ lang: 'uk', path: '/dev/mail', isSignedIn: false }, mailWords.title),
    <div class="wide">
      <h1>{mailWords.title}</h1>
      <p>{mailWords.hint}</p>
      {letters.length === 0 && (
        <>
          <p>{mailWords.none}</p>
          <p>
            <a href="/appeals/new">{mailWords.file}</a>
          </p>
        </>
      )}
      <div class="phones">
        {letters
          .slice(-MOST)
          .reverse()
          .map((letter) => (
            <Letter key={letter.id} {...letter} />
          ))}
      </div>
    </div>,
    { isPrivate: true, styles: ['client/styles/phones.css'] },
  );
