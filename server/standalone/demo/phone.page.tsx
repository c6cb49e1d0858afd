import type { JSX } from 'preact';
import { renderDocument } from '#server/pages/document.tsx';
import { frameOf } from '#server/pages/frame.ts';
import type { PhoneText } from '#server/standalone/phone-simulator/phone-simulator.ts';
import { spacedPhone } from '#shared/domain/phone.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { phoneWords } from './phone.words.ts';

/** How many phones are shown, the last rung one first, and how many texts on each. */
const [PHONES, TEXTS] = [12, 20];
const TICKS: Readonly<Record<PhoneText['status'], string>> = {
  accepted: '○',
  queued: '○',
  sent: '✓',
  delivered: '✓✓',
  undelivered: '✗',
  failed: '✗',
};

/** A text whose short link leads where it would lead on a phone. */
function Body({ body }: { body: string }): JSX.Element {
  const [, before, site, code] = /^(.*?)(\S*)\/c\/([0-9A-HJKMNP-TV-Z]{7})$/.exec(body) ?? [];
  if (!code) return <p>{body}</p>;
  return (
    <p>
      {before}
      <a href={`/c/${code}`}>
        {site}/c/{code}
      </a>
    </p>
  );
}
const Phone = ({ number, texts }: { number: string; texts: readonly PhoneText[] }): JSX.Element => (
  <section class="phone" aria-label={spacedPhone(number)}>
    <h2>{spacedPhone(number)}</h2>
    <ol>
      {texts.slice(-TEXTS).map(({ sid, body, at, status }) => (
        <li key={sid}>
          <Body body={body} />
          <p class="tick">
            <time dateTime={at}>{momentInFull('uk', at)}</time>{' '}
            <span>
              <span aria-hidden="true">{TICKS[status]}</span> {phoneWords.states[status]}
            </span>
          </p>
        </li>
      ))}
    </ol>
  </section>
);

const byPhone = (texts: readonly PhoneText[]): [string, PhoneText[]][] => {
  const phones = new Map<string, PhoneText[]>();
  for (const text of texts) {
    const earlier = phones.get(text.to) ?? [];
    phones.delete(text.to); // to be the last one again
    phones.set(text.to, [...earlier, text]);
  }
  return [...phones].reverse();
};

/** The phones of the demo as a page, the one that rang last first; null where the simulator does not answer. */
export function phonePage(texts: readonly PhoneText[] | null): string {
  const phones = byPhone(texts ?? []);
  return renderDocument(
    frameOf({ lang: 'uk', path: '/dev/phone', isSignedIn: false }, phoneWords.title),
    <div class="wide">
      <h1>{phoneWords.title}</h1>
      <p>{phoneWords.hint}</p>
      {texts === null && <p>{phoneWords.away}</p>}
      {texts?.length === 0 && (
        <>
          <p>{phoneWords.none}</p>
          <p>
            <a href="/appeals/new">{phoneWords.file}</a>
          </p>
        </>
      )}
      <div class="phones">
        {phones.slice(0, PHONES).map(([number, theirs]) => (
          <Phone key={number} number={number} texts={theirs} />
        ))}
      </div>
    </div>,
    { isPrivate: true, styles: ['client/styles/phones.css'] },
  );
}
