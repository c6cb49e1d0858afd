import type { JSX } from 'preact';
import { DueLine, type DueLineProps } from '#client/views/cases/due-line.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { dashedCode, spacedNumber } from '#shared/texts/codes.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';

/** What one who joined another's appeal takes away: its number and an access code of their own. */
export interface JoinedPageProps extends Omit<DueLineProps, 'texts'> {
  number: string;
  accessCode: string;
  texts: ReceivedTexts;
  cases: DueLineProps['texts'];
}
/** The receipt of one who joined. */
export const JoinedPage = (props: JoinedPageProps): JSX.Element => {
  const { number, accessCode, lang, texts, cases } = props;
  return (
    <div class="column received">
      <h1>{texts.joinedTitle}</h1>
      <p class="lead">{texts.joinedWhy}</p>
      <section class="receipt" aria-label={texts.keep}>
        <p class="over">{texts.keep}</p>
        <p class="number">{spacedNumber(number)}</p>
        <DueLine {...props} texts={cases} />
        <p class="over">{texts.accessCode}</p>
        <p class="code">{dashedCode(accessCode)}</p>
        <p class="hint">{texts.joinCodeWhy}</p>
      </section>
      <p>{texts.proveAtMine}</p>
      <p class="actions">
        <a class="button primary" href={addressIn(lang, `/appeals/${number}`)}>
          {texts.toCase}
        </a>
        <a class="button" href={addressIn(lang, '/my')}>
          {texts.toMine}
        </a>
      </p>
    </div>
  );
};
