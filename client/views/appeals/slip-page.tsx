import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { Qr, type QrDrawing } from '#client/views/qr.tsx';
import { city } from '#shared/texts/city.ts';
import { dashedCode, spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';

/** A sheet of A5 for paper. The picture leads to the case's page; the code that opens it is not in it. */
export interface SlipPageProps {
  number: string;
  accessCode: string;
  dueOn: string | null;
  /** The page's whole address, as people type it. */
  address: string;
  qr: QrDrawing;
  lang: Lang;
  texts: ReceivedTexts;
}
/** The slip: number, code, date, address and phone, large enough for everybody. */
export const SlipPage = (props: SlipPageProps): JSX.Element => {
  const { number, accessCode, dueOn, address, qr, lang, texts } = props;
  const { talon } = texts;
  return (
    <div class="column">
      <p class="back">
        <a href={addressIn(lang, `/appeals/${number}/received`)}>{talon.back}</a>
      </p>
      <Island name="print-page" props={{ label: talon.print }} />
      <p class="hint on-screen">{talon.printHint}</p>
      <article class="slip">
        <p class="over">{city[lang].council}</p>
        <h1>{talon.title}</h1>
        <dl>
          <dt>{texts.keep}</dt>
          <dd class="number">{spacedNumber(number)}</dd>
          {dueOn && (
            <>
              <dt>{talon.due}</dt>
              <dd class="date">{dateInFull(lang, dueOn)}</dd>
            </>
          )}
          <dt>{texts.accessCode}</dt>
          <dd class="secret">{dashedCode(accessCode)}</dd>
        </dl>
        <div class="way-back">
          <Qr qr={qr} label={talon.qr} />
          <p>{fill(talon.how, { address })}</p>
        </div>
        <p>{fill(talon.call, { phone: city.contactCentre })}</p>
        <p>{talon.secret}</p>
      </article>
    </div>
  );
};
