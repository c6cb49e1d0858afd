import { hydrate } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { watch } from '#client/platform/live.ts';
import { CaseBody, type CaseBodyProps } from '#client/views/cases/case-body.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { fill } from '#shared/texts/fill.ts';

/** The case as it stands now; null where it cannot be had, for want of a connection or of the right to it. */
async function readCase(id: string): Promise<AppealView | null> {
  try {
    const reply = await fetch(`/api/v1/appeals/${id}`, { headers: { accept: 'application/json' } });
    return reply.ok ? ((await reply.json()) as AppealView) : null;
  } catch {
    return null;
  }
}

const LiveCase = (props: CaseBodyProps) => {
  const { view, texts } = props;
  const [latest, setLatest] = useState(view);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let shown = view.status;
    const redraw = async () => {
      const now = await readCase(view.id);
      if (!now) return;
      setLatest(now);
      if (now.status !== shown) setSaid(fill(texts.changed, { status: texts.statuses[now.status] }));
      shown = now.status;
    };
    const changed = () => void redraw();
    return watch({
      join: (live, done) => live.emit('case.watch', view.id, done),
      event: 'case.changed',
      hear: ({ id }) => {
        if (id === view.id) changed();
      },
      joined: changed,
      poll: changed,
    });
  }, [view, texts]);
  return (
    <>
      <CaseBody {...props} view={latest} />
      <p class="hint on-screen">{texts.live}</p>
      <p class="unseen" aria-live="polite">
        {said}
      </p>
    </>
  );
};
/** Keeps an open case page up to date without a reload, and says each change of state once, politely. */
export const mount = (element: HTMLElement, props: CaseBodyProps): void => hydrate(<LiveCase {...props} />, element);
