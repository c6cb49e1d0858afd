import type { JSX } from 'preact';
import {
  filledText,
  messageTextFaults,
  messageTextLength,
  type SmsTemplate,
  samplePlaces,
} from '#shared/domain/message-texts.ts';
import { smsRoom } from '#shared/domain/sms-segments.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvnias } from '#shared/texts/money.ts';
import { useDesk } from '../desk-context.ts';

/** What the typed words come to: their length and price at the most, how a phone will show them, and what is wrong with them. */
export const Measure = ({
  template,
  text: typed,
  site,
  pricePerPart,
  areFaultsSaid,
}: {
  template: SmsTemplate;
  text: string;
  site: string;
  pricePerPart: number;
  /** Whether the refused field says them already. */
  areFaultsSaid: boolean;
}): JSX.Element => {
  const { lang, words } = useDesk();
  const { messageTexts: texts, smsFaults } = words;
  const text = typed.normalize('NFC').trim(); // as it will be saved
  const { encoding, units, parts } = messageTextLength(text, site);
  const faults = messageTextFaults(template, text, site);
  const { measure } = texts;
  const facts = [
    [measure.alphabet, measure.alphabets[encoding]],
    [measure.units, fill(measure.of, { n: units, room: smsRoom(encoding, parts) })],
    [measure.parts, parts],
    [measure.price, fill(measure.hryvnias, { sum: hryvnias(lang, parts * pricePerPart) })],
  ] as const;
  return (
    <>
      <dl class="sms-measure" aria-label={measure.label}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="sms-faults" role="status">
        {faults.length === 0 && <p class="hint">{texts.right}</p>}
        {faults.length > 0 && !areFaultsSaid && (
          <>
            <p>{texts.wrong}</p>
            <ul>
              {faults.map((fault) => {
                const says = fill(smsFaults[fault.code], { said: 'said' in fault ? fault.said : '' });
                return <li key={says}>{says}</li>;
              })}
            </ul>
          </>
        )}
      </div>
      <figure class="sms-sample">
        <figcaption>{texts.sample}</figcaption>
        <p lang="uk">{filledText(text, samplePlaces(site))}</p>
      </figure>
    </>
  );
};
