import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { phrase } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Part } from './part.tsx';

/** Who was told of the case, by what way, and what became of each message. */
export const Deliveries = ({ deliveries }: Pick<CaseCard, 'deliveries'>): JSX.Element => {
  const { lang, words } = useDesk();
  const { desk } = words;
  return (
    <Part title={desk.card.deliveries}>
      {deliveries.length === 0 && <p class="muted">{desk.card.noDeliveries}</p>}
      <ol class="course">
        {deliveries.map(({ channel, template, state, at }) => (
          <li key={`${channel} ${template} ${at}`} class={`delivery ${state}`}>
            {desk.ways[channel]}: {phrase(desk.templates, template)}, <strong>{desk.deliveryStates[state]}</strong>
            <time dateTime={at}>{momentInFull(lang, at)}</time>
          </li>
        ))}
      </ol>
    </Part>
  );
};

/** What happened to the case, newest first, and who did it. */
export const History = ({ history }: Pick<CaseCard, 'history'>): JSX.Element => {
  const { lang, words } = useDesk();
  const { desk } = words;
  return (
    <Part title={desk.card.history}>
      <ol class="course">
        {[...history].reverse().map(({ kind, at, actor, reasonCode }) => (
          <li key={`${kind} ${at}`}>
            {phrase(desk.events, kind)}
            {reasonCode && `: ${phrase(words.moves.reasons, reasonCode).toLowerCase()}`}
            <span class="muted"> · {actor ?? desk.card.applicantDid}</span>
            <time dateTime={at}>{momentInFull(lang, at)}</time>
          </li>
        ))}
      </ol>
    </Part>
  );
};
