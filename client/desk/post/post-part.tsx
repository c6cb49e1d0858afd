import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import type { Brought } from '#shared/contract/endpoint.ts';
import { readCasePost } from '#shared/contract/post.ts';
import { dateInFull, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';

type CasePost = Brought<typeof readCasePost>;
/** What went by post to the people of a case, and the calls about its answer; nothing where there is none. */
export const PostPart = ({ caseId, version }: { caseId: string; version: number }): JSX.Element | null => {
  const { lang, words } = useDesk();
  const { post: texts } = words;
  const [post, setPost] = useState<CasePost | null>(null);
  useEffect(() => {
    let isLeft = false;
    // Nobody waits for it: where it does not come, the card is as good as without it.
    const come = call(readCasePost, { params: { id: caseId } }).then((read) => !isLeft && setPost(read));
    void come.catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [caseId, version]);
  if (!post || post.items.length + post.calls.length === 0) return null;
  return (
    <Part title={texts.card.title}>
      <ul class="case-post">
        {post.items.map((item) => (
          <li key={item.id} class={item.state}>
            <strong>{texts.states[item.state]}</strong>:{' '}
            {[
              fill(texts.card.item, {
                kind: texts.kinds[item.kind],
                outgoing: item.outgoingNumber,
                date: dateInFull(lang, item.on),
              }),
              item.registry && fill(texts.card.registry, { number: item.registry.number }),
              item.trackingNumber,
              item.outcome?.reason && texts.reasons[item.outcome.reason],
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
        {post.calls.map((one) => (
          <li key={one.id} class={one.state}>
            <strong>{texts.calls.title}</strong>:{' '}
            {[
              texts.calls.states[one.state],
              one.lastTriedAt && fill(texts.calls.tries, { n: one.tries, at: momentInFull(lang, one.lastTriedAt) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </Part>
  );
};
