import type { JSX } from 'preact';
import { timeOfDay } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { usePresence } from './use-presence.ts';

/** Who else has the open case before them; its place is there before anybody comes, so that it is read out when somebody does. */
export const PresenceLine = ({ caseId }: { caseId: string }): JSX.Element => {
  const { presence: texts } = useDesk().words.notes;
  const others = usePresence(caseId);
  const people = others.map(({ name, since }) => fill(texts.one, { name, time: timeOfDay(since) })).join('; ');
  return (
    <p class="presence" aria-live="polite">
      {people && fill(texts.also, { people })}
    </p>
  );
};
