import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { dateInFull, dayInFull, momentInFull, timeOfDay } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvniaSum } from '#shared/texts/money.ts';
import { plural } from '#shared/texts/plural.ts';
import { phrase } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Part } from './part.tsx';

/** Who was told of the case, by what way, and what became of each message. */
export const Deliveries = ({ deliveries }: Pick<CaseCard, 'deliveries'>): JSX.Element => {
  const { lang, words, today } = useDesk();
  const { desk } = words;
  const isToday = (at: string): boolean => dayInFull(lang, new Date(at)) === dateInFull(lang, today());
  return (
    <Part title={desk.card.deliveries}>
      {deliveries.length === 0 && <p class="muted">{desk.card.noDeliveries}</p>}
      <ol class="course">
        {deliveries.map(({ channel, template, state, at, parts, kopiykas }) => (
          <li key={`${channel} ${template} ${at}`} class={`delivery ${state}`}>
            {desk.ways[channel]}: {phrase(desk.templates, template)}, <strong>{desk.deliveryStates[state]}</strong>{' '}
            <span class="delivery-course">
              <time dateTime={at}>{isToday(at) ? timeOfDay(at) : momentInFull(lang, at)}</time>
              {parts !== null && `, ${plural(lang, parts, desk.card.deliveryParts)}`}
              {kopiykas !== null && `, ${hryvniaSum(lang, kopiykas)}`}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
};

/** The words that a move brought with it, as lines: its input is words itself, or a few fields of them. */
function linesOf(words: string | null): string[] {
  const leaves = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(leaves)
        : [];
  return words === null ? [] : leaves(JSON.parse(words));
}
/** What happened to the case, newest first, and who did it. */
export const History = ({ history, historyLeftOut }: Pick<CaseCard, 'history' | 'historyLeftOut'>): JSX.Element => {
  const { lang, words } = useDesk();
  const { desk, intake, links, messages, moves, moveFields } = words;
  const grounds = { ...moveFields.choices['returning.ground'], ...moveFields.choices['termination.ground'] };
  const reasons = { ...moves.reasons, ...grounds, ...intake.receiptReasons, ...messages.resend.reasons };
  return (
    <Part title={desk.card.history}>
      {historyLeftOut > 0 && <p class="muted">{plural(lang, historyLeftOut, desk.card.historyLeftOut)}</p>}
      <ol class="course">
        {[...history].reverse().map(({ kind, at, actor, isByLink, inPlaceOf, reasonCode, words: brought }) => (
          <li key={`${kind} ${at}`}>
            {phrase(desk.events, kind)}
            {reasonCode && `: ${phrase(reasons, reasonCode).toLowerCase()}`}
            <span class="muted">
              {' '}
              · {actor ?? desk.card.applicantDid}
              {isByLink && `, ${links.byLink}`}
              {inPlaceOf && `, ${fill(words.delegations.inPlaceOf, { name: inPlaceOf })}`}
            </span>
            <time dateTime={at}>{momentInFull(lang, at)}</time>
            {linesOf(brought).map((line) => (
              <p key={line} class="brought" lang="uk">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Part>
  );
};
