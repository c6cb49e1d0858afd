import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RuleChange, TypedRule } from '#shared/contract/routing.ts';
import type { RoutingEvent } from '#shared/domain/routing.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import { PageHead } from '../page-head.tsx';
import { Retry } from '../retry.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { type RuleDeed, RuleRow } from './rule-row.tsx';
import type { Rule } from './rule-words.ts';
import { TrialDialog } from './trial-dialog.tsx';
import { useRouting } from './use-routing.ts';

const COLUMNS = ['place', 'name', 'conditions', 'department', 'state', 'deeds'] as const;
/** Changes after which there is no rule to name. */
const NAMELESS: readonly RoutingEvent[] = ['routing.reordered', 'routing.rule-removed'];
const Log = ({ changes }: { changes: readonly RuleChange[] }): JSX.Element => {
  const { lang, words } = useDesk();
  const { log: texts } = words.routing;
  return (
    <section class="part">
      <h3>{texts.title}</h3>
      <ol class="course">
        {changes.map(({ seq, kind, at, by, name }) => (
          <li key={seq}>
            {texts.kinds[kind]}
            {name && `: ${name}`}
            {!name && !NAMELESS.includes(kind) && ` ${texts.gone}`}
            <time dateTime={at}>{fill(texts.by, { name: by, at: momentInFull(lang, at) })}</time>
          </li>
        ))}
      </ol>
    </section>
  );
};
type Open = { what: 'form'; of: Rule | null } | { what: 'trial' | 'removal'; of: Rule } | null;

/** The routing rules of the city, for whoever keeps its reference data. */
export const RoutingPage = (): JSX.Element => {
  const { words } = useDesk();
  const { routing: texts } = words;
  const routing = useRouting();
  const { set, changes, trouble, load, refused, isSending } = routing;
  const [open, setOpen] = useState<Open>(null);
  const [done, setDone] = useState('');
  const [moved, setMoved] = useState<{ id: string; deed: 'up' | 'down' } | null>(null);
  const page = useRef<HTMLElement>(null);
  const focusHead = (): void => page.current?.querySelector<HTMLElement>('h2')?.focus();
  // A line that moved takes its button with it; at the end of the list the other one is left.
  useLayoutEffect(() => {
    if (!moved) return;
    const button = (deed: string) =>
      page.current?.querySelector<HTMLButtonElement>(`[data-rule="${moved.id} ${deed}"]:enabled`);
    (button(moved.deed) ?? button(moved.deed === 'up' ? 'down' : 'up'))?.focus();
  }, [moved]);

  const rules = set?.rules ?? [];
  const begin = (): void => {
    setDone('');
    setMoved(null);
    routing.begin();
  };
  const finish = (isDone: boolean, said: string): void => {
    if (!isDone) return;
    setOpen(null);
    setDone(said);
  };
  const step = async (rule: Rule, deed: 'up' | 'down'): Promise<void> => {
    const ids = rules.map(({ id }) => id);
    const from = ids.indexOf(rule.id);
    const to = deed === 'up' ? from - 1 : from + 1;
    ids.splice(to, 0, ...ids.splice(from, 1));
    if (!(await routing.order(ids))) return;
    setMoved({ id: rule.id, deed });
    setDone(fill(texts.done.moved, { name: rule.name, n: to + 1 }));
  };
  const turn = async (rule: Rule, isOn: boolean): Promise<void> =>
    finish(await routing.turn(rule.id, isOn), fill(isOn ? texts.done.on : texts.done.off, { name: rule.name }));
  const save = async (of: Rule | null, rule: TypedRule): Promise<void> =>
    finish(await routing.save(of?.id ?? null, rule), fill(texts.done.saved, { name: rule.name }));
  const remove = async ({ id, name }: Rule): Promise<void> => {
    const isDone = await routing.remove(id);
    finish(isDone, fill(texts.done.removed, { name }));
    if (isDone) focusHead();
  };
  const wish = (rule: Rule, deed: RuleDeed): void => {
    begin();
    if (deed === 'up' || deed === 'down') void step(rule, deed);
    else if (deed === 'off') void turn(rule, false);
    else setOpen({ what: ({ change: 'form', try: 'trial', remove: 'removal' } as const)[deed], of: rule });
  };
  const closed = (): void => setOpen(null);
  return (
    <section ref={page} class="intake publicity staff routing-page" aria-labelledby="routing-title">
      <PageHead id="routing-title" title={texts.title} lead={texts.lead} />
      <p class="said" role="status">
        {done}
      </p>
      {trouble && <Retry words={trouble.message} again={load} />}
      {!set && !trouble && (
        <p class="quiet loading" role="status">
          {texts.loading}
        </p>
      )}
      {refused && !open && (
        <p class="error" role="alert">
          {refused.message}
        </p>
      )}
      {set && (
        <>
          <p class="actions">
            <button
              type="button"
              class="button primary"
              onClick={() => {
                begin();
                setOpen({ what: 'form', of: null });
              }}
            >
              {texts.add}
            </button>
          </p>
          {rules.length === 0 && <p class="empty">{texts.none}</p>}
          {rules.length > 0 && (
            <table class="switches" aria-busy={isSending}>
              <caption class="unseen">{texts.title}</caption>
              <ColumnHeads of={COLUMNS} words={texts.columns} />
              <tbody>
                {rules.map((rule, i) => (
                  <RuleRow
                    key={rule.id}
                    rule={rule}
                    place={i + 1}
                    last={rules.length}
                    wish={(deed) => wish(rule, deed)}
                  />
                ))}
              </tbody>
            </table>
          )}
          {changes.length > 0 && <Log changes={changes} />}
        </>
      )}
      {open?.what === 'form' && (
        <RuleDialog of={open.of} routing={routing} send={(rule) => void save(open.of, rule)} closed={closed} />
      )}
      {open?.what === 'trial' && (
        <TrialDialog
          rule={open.of}
          version={set?.version ?? 0}
          routing={routing}
          confirm={() => void turn(open.of, true)}
          closed={closed}
        />
      )}
      {open?.what === 'removal' && (
        <Dialog title={fill(texts.sure.title, { name: open.of.name })} closed={closed}>
          <p>{texts.sure.says}</p>
          <Refused by={refused} />
          <p class="actions">
            <button type="button" class="button primary" aria-busy={isSending} onClick={() => void remove(open.of)}>
              {texts.sure.confirm}
            </button>
            <button type="button" class="button secondary" onClick={closed}>
              {texts.sure.cancel}
            </button>
          </p>
        </Dialog>
      )}
    </section>
  );
};
