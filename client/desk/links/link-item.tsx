import type { JSX } from 'preact';
import { revokeWorkLink, type WorkLinkRow } from '#shared/contract/executors.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { useSending } from '../form/use-sending.ts';

/** One link: for whom, how it stands, who made it, whether it was used; and the way to end it. */
export const LinkItem = ({
  caseId,
  link,
  mayEnd,
  ended,
}: {
  caseId: string;
  link: WorkLinkRow;
  mayEnd: boolean;
  ended: (words: string) => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { links: texts } = words;
  const { isSending, refused, send } = useSending();
  const { id, label, state, madeBy, madeAt, expiresAt, acceptedAt, usedAt } = link;
  const at = (moment: string): string => momentInFull(lang, moment);
  const lines = [
    fill(texts.madeBy, { date: at(madeAt), name: madeBy }),
    acceptedAt && fill(texts.accepted, { date: at(acceptedAt) }),
    usedAt ? fill(texts.used, { date: at(usedAt) }) : texts.unused,
  ].filter(Boolean);
  const revoke = async (): Promise<void> => {
    if (await send(() => ask(revokeWorkLink, { params: { id: caseId, linkId: id }, body: {} })))
      ended(fill(texts.revoked, { label }));
  };
  return (
    <li>
      <strong>{label}</strong>: {texts.states[state]}
      {state === 'alive' && ` ${fill(texts.until, { date: at(expiresAt) })}`}
      <br />
      <span class="muted">{lines.join('; ')}</span>
      <Refused by={refused} />
      {mayEnd && state === 'alive' && (
        <p class="actions">
          <button
            type="button"
            class="link"
            aria-busy={isSending}
            aria-label={fill(texts.revokeThis, { label })}
            onClick={() => void revoke()}
          >
            {texts.revoke}
          </button>
        </p>
      )}
    </li>
  );
};
