import type { JSX } from 'preact';
import type { MessageHealth } from '#shared/contract/messages.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { CauseWords } from './cause-words.tsx';
import { fateGroups } from './fate-groups.ts';
import { ShareBar } from './share-bar.tsx';

const [STATE_COLUMNS, FAILURE_COLUMNS] = [
  ['state', 'count', 'share'],
  ['way', 'reason', 'count'],
] as const;

/** How the messages of one way fared. */
const Way = ({ of }: { of: MessageHealth['channels'][number] }): JSX.Element => {
  const { lang, words } = useDesk();
  const { health: texts } = words.messages;
  const groups = fateGroups(of);
  const figures = new Intl.NumberFormat(lang === 'uk' ? 'uk' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const shareOf = (count: number): string => fill(texts.percent, { n: figures.format((count / of.total) * 100) });
  const named = (group: keyof typeof texts.states): string =>
    group === 'sent' && of.channel === 'email' ? texts.lettersSent : texts.states[group];
  return (
    <div class="way">
      <h4 id={`way-${of.channel}`}>
        {texts.ways[of.channel]} <span class="muted">{plural(lang, of.total, texts.count)}</span>
      </h4>
      {of.total === 0 && <p class="muted">{texts.none}</p>}
      {of.total > 0 && (
        <>
          <ShareBar parts={groups.map(({ group, count }) => ({ name: group, share: count / of.total }))} />
          <table class="fates" aria-labelledby={`way-${of.channel}`}>
            <ColumnHeads of={STATE_COLUMNS} words={texts.columns} />
            <tbody>
              {groups.map(({ group, count }) => (
                <tr key={group}>
                  <th scope="row">
                    <svg class="fate-key" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                      <rect class={group} width="12" height="12" />
                    </svg>
                    {named(group)}
                  </th>
                  <td>{spacedCount(lang, count)}</td>
                  <td>{shareOf(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
};
/** How the messages of the last days fared, by way, and why some did not arrive. */
export const HealthPart = ({ health: { since, channels, failures } }: { health: MessageHealth }): JSX.Element => {
  const { lang, words } = useDesk();
  const { health: texts } = words.messages;
  return (
    <section class="messages-part" aria-labelledby="messages-health">
      <h3 id="messages-health">{texts.title}</h3>
      <p class="hint">{fill(texts.lead, { since: momentInFull(lang, since) })}</p>
      <div class="ways">
        {channels.map((of) => (
          <Way key={of.channel} of={of} />
        ))}
        <div class="way failures">
          <h4 id="failures-title">{texts.failures}</h4>
          {failures.length === 0 && <p class="muted">{texts.noFailures}</p>}
          {failures.length > 0 && (
            <table class="fates" aria-labelledby="failures-title">
              <ColumnHeads of={FAILURE_COLUMNS} words={texts.failureColumns} />
              <tbody>
                {failures.map(({ channel, cause, count }) => (
                  <tr key={`${channel} ${cause}`}>
                    <td>{words.desk.ways[channel]}</td>
                    <th scope="row">
                      <CauseWords of={cause} />
                    </th>
                    <td>{spacedCount(lang, count)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </div>
    </section>
  );
};
