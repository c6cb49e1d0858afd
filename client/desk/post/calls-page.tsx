import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { type Call, listCalls } from '#shared/contract/post.ts';
import type { CallOutcome } from '#shared/domain/postal.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { PageHead } from '../page-head.tsx';
import { CallItem } from './call-item.tsx';
import { ListFrame } from './list-frame.tsx';
import { usePages } from './use-pages.ts';

/** Whom to ring with an answer, one after the other. */
export const CallsPage = (): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { calls: texts } = words.post;
  const [done, setDone] = useState<CallOutcome | null>(null);
  const load = useCallback(
    (cursor: string | null) => ask(listCalls, { query: { limit: 20, ...(cursor && { cursor }) } }),
    [ask],
  );
  const list = usePages<Call>(load);
  const head = useRef<HTMLHeadingElement>(null);
  const settled = (call: Call, outcome: CallOutcome): void => {
    setDone(outcome);
    if (call.state === 'open') list.again();
    else list.put(({ id }) => id === call.id, null);
    // The line with the focus is gone: the next one is nearest to the head.
    head.current?.focus();
  };
  return (
    <section class="intake publicity signature calls" aria-labelledby="calls-title" aria-busy={list.isLoading}>
      <PageHead id="calls-title" title={texts.title} lead={texts.lead} heading={head}>
        <p>{list.read && plural(lang, list.read.total, texts.count)}</p>
      </PageHead>
      <p class="said" role="status">
        {done && texts.done[done]}
      </p>
      <ListFrame list={list} empty={texts.empty}>
        <ul class="waiting-list">
          {list.read?.items.map((call) => (
            <CallItem key={call.id} call={call} settled={settled} />
          ))}
        </ul>
      </ListFrame>
    </section>
  );
};
