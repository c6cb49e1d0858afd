import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import { fill } from '#shared/texts/fill.ts';
import type { ReceivedTexts } from '#shared/texts/uk/received.ts';

/** How long it is until another code may be asked for: counted down where scripts run, said once where they do not. */
export const ResendWait = ({
  seconds,
  texts: { againIn, againNow },
}: {
  seconds: number;
  texts: Pick<ReceivedTexts, 'againIn' | 'againNow'>;
}): JSX.Element => (
  <Island name="resend-wait" props={{ seconds, left: againIn, ready: againNow }}>
    <span class="hint">{fill(againIn, { seconds })}</span>
  </Island>
);
