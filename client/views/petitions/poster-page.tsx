import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { Qr, type QrDrawing } from '#client/views/qr.tsx';
import { city } from '#shared/texts/city.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

/** A sheet of A4 for a notice board. `address` is the short one, as people type it; the picture leads there. */
export interface PosterPageProps extends PetitionWords, Pick<ShownPetition, 'petition' | 'isOpen'> {
  address: string;
  qr: QrDrawing;
}
/** The poster: what is demanded, how to get there with a phone, and until when. */
export const PosterPage = ({ petition, isOpen, address, qr, lang, texts }: PosterPageProps): JSX.Element => {
  const { number, title, endsOn } = petition;
  return (
    <div class="column">
      <p class="back">
        <a href={addressIn(lang, `/petitions/${number}`)}>{texts.back}</a>
      </p>
      <Island name="print-page" props={{ label: texts.print }} />
      <p class="hint on-screen">{texts.printHint}</p>
      <article class="poster">
        <p class="over">{city[lang].council}</p>
        <p>{fill(texts.number, { number })}</p>
        <h1 lang="uk">{title}</h1>
        {isOpen && <p class="until">{fill(texts.posterUntil, { date: dateInFull(lang, endsOn) })}</p>}
        <Qr qr={qr} label={texts.posterQr} />
        <p>
          {fill(texts.posterHow, { address: '' })}
          <strong>{address}</strong>
        </p>
      </article>
    </div>
  );
};
