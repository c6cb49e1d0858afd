import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { Qr, type QrDrawing } from '#client/views/qr.tsx';
import { type PosterFacts, posterSays } from './poster-words.ts';

/** A sheet of A4 for a notice board. `address` is the short one, as people type it; the picture leads there. */
export interface PosterPageProps extends PosterFacts {
  address: string;
  qr: QrDrawing;
}
/** The poster: what is demanded, how to get there with a phone, and until when. */
export const PosterPage = (props: PosterPageProps): JSX.Element => {
  const { petition, address, qr, lang, texts } = props;
  const { over, number, title, calls, how, hint } = posterSays(props);
  const page = addressIn(lang, `/petitions/${petition.number}`);
  return (
    <div class="column">
      <p class="back">
        <a href={page}>{texts.back}</a>
      </p>
      <Island name="print-page" props={{ label: texts.print }} />
      <p class="on-screen">
        <a href={`${page}/poster.pdf`} download>
          {texts.posterPdf}
        </a>
      </p>
      <p class="hint on-screen">{texts.printHint}</p>
      <article class="poster">
        <p class="over">{over}</p>
        <p>{number}</p>
        <h1 lang="uk">{title}</h1>
        {calls.map((call) => (
          <p key={call} class="call">
            {call}
          </p>
        ))}
        <Qr qr={qr} label={texts.posterQr} />
        <p>
          {how} <strong>{address}</strong>
        </p>
        {hint && <p class="hint">{hint}</p>}
      </article>
    </div>
  );
};
