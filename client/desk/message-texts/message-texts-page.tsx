import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageText } from '#shared/contract/message-texts.ts';
import { messageTextLength, partsAllowed } from '#shared/domain/message-texts.ts';
import { smsRoom } from '#shared/domain/sms-segments.ts';
import { fill } from '#shared/texts/fill.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { Retry } from '../retry.tsx';
import { TextForm } from './text-form.tsx';
import { useMessageTexts } from './use-message-texts.ts';

const COLUMNS = ['event', 'text', 'length', 'parts', 'version', 'deeds'] as const;

const Line = ({ of, site, change }: { of: MessageText; site: string; change: () => void }): JSX.Element => {
  const { messageTexts: texts } = useDesk().words;
  const { template, version, text } = of;
  const event = texts.events[template];
  const { encoding, units, parts } = messageTextLength(text, site);
  const allowed = partsAllowed(template);
  return (
    <tr>
      <th scope="row">{event}</th>
      <td lang="uk">{text}</td>
      <td data-name={texts.columns.length}>{fill(texts.measure.of, { n: units, room: smsRoom(encoding, parts) })}</td>
      <td data-name={texts.columns.parts} class={parts > allowed ? 'over' : ''}>
        {parts}
      </td>
      <td data-name={texts.columns.version}>{version || texts.builtIn}</td>
      <td class="deeds">
        <button type="button" class="link" aria-label={fill(texts.changeThis, { event })} onClick={change}>
          {texts.change}
        </button>
      </td>
    </tr>
  );
};

/** The words of text messages, for whoever keeps them. */
export const MessageTextsPage = (): JSX.Element => {
  const { words } = useDesk();
  const { messageTexts: texts } = words;
  const kept = useMessageTexts();
  const { items, site, trouble, load } = kept;
  const [open, setOpen] = useState<MessageText | null>(null);
  const [done, setDone] = useState('');
  return (
    <>
      <section class="intake publicity staff message-texts" aria-labelledby="message-texts-title">
        <PageHead id="message-texts-title" title={texts.title} lead={texts.lead} />
        <p class="said" role="status">
          {done}
        </p>
        {trouble && <Retry words={trouble.message} again={load} />}
        {!items && !trouble && (
          <p class="quiet loading" role="status">
            {texts.loading}
          </p>
        )}
        {items && (
          <table class="switches">
            <caption class="unseen">{texts.title}</caption>
            <ColumnHeads of={COLUMNS} words={texts.columns} />
            <tbody>
              {items.map((each) => (
                <Line
                  key={each.template}
                  of={each}
                  site={site}
                  change={() => {
                    setDone('');
                    kept.begin();
                    setOpen(each);
                  }}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
      {open && (
        <TextForm
          of={open}
          texts={kept}
          saved={() => {
            setOpen(null);
            setDone(fill(texts.done, { event: texts.events[open.template] }));
          }}
          closed={() => setOpen(null)}
        />
      )}
    </>
  );
};
