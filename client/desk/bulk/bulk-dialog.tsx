import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type BulkOrder, type BulkPreview, previewBulk } from '#shared/contract/bulk.ts';
import type { CaseRow } from '#shared/contract/register.ts';
import type { BulkVerb } from '#shared/domain/bulk.ts';
import { fill } from '#shared/texts/fill.ts';
import { hryvnias } from '#shared/texts/money.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { Refused } from '../form/refused.tsx';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';
import { inputFrom } from '../moves/moves.ts';
import { BulkFields } from './bulk-fields.tsx';
import { Refusals } from './refusals.tsx';

/** What the order would do, in words: for how many, whom it tells, and what that costs. */
const Outcome = ({ preview }: { preview: BulkPreview }): JSX.Element => {
  const { lang, words } = useDesk();
  const { bulk: texts } = words;
  const cost = (people: number): string => hryvnias(lang, people * preview.pricePerPart);
  const told = (people: number, forms: typeof texts.texts): string =>
    fill(plural(lang, people, forms), { hryvnias: cost(people) });
  const { allowed, texts: now, textsWhenSigned: later } = preview;
  return (
    <div class="bulk-outcome" role="status">
      <p>
        <strong>
          {allowed > 0 ? fill(texts.allowed, { count: plural(lang, allowed, texts.count) }) : texts.noneAllowed}
        </strong>
      </p>
      {allowed > 0 && (
        <p>
          {now > 0 && told(now, texts.texts)} {later > 0 && told(later, texts.textsWhenSigned)}
          {now + later === 0 && texts.noTexts}
        </p>
      )}
      <Refusals refused={preview.refused} />
    </div>
  );
};
/** The errors of what goes into the move, by the names of its fields. */
const ofInput = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([path, error]) => [path.replace(/^input\./, ''), error]));

/** The form of one thing for many cases: first what it would do, then the order. */
export const BulkDialog = ({
  verb,
  cases,
  place,
  closed,
}: {
  verb: BulkVerb;
  cases: readonly CaseRow[];
  place: (order: BulkOrder) => Promise<void>;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { bulk: texts } = words;
  const draft = useDraft(null, {});
  const { send, isSending, refused, begin } = useSending();
  /** The preview with the values that it is of: after a change it is asked for anew. */
  const [seen, setSeen] = useState<{ of: string; preview: BulkPreview } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const said = JSON.stringify(draft.values);
  const preview = seen?.of === said ? seen.preview : null;
  const order = (): BulkOrder => ({
    verb,
    input: inputFrom(verb, draft.values),
    cases: cases.map(({ id, version }) => ({ id, version })),
  });
  useLayoutEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid], .wrong input')?.focus();
  }, [refused]);
  const check = async (): Promise<void> => {
    const found = await send(() => ask(previewBulk, { body: order() }));
    if (found) setSeen({ of: said, preview: found });
  };
  const isReady = preview !== null && preview.allowed > 0;
  const [busy, label] = isReady ? [texts.ordering, texts.carryOut] : [texts.previewing, texts.preview];
  return (
    <Dialog
      title={fill(texts.title, { verb: texts.verbs[verb], count: plural(lang, cases.length, texts.count) })}
      closed={closed}
    >
      <form
        ref={form}
        noValidate
        onInput={(event) => {
          draft.onInput(event);
          begin();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void (isReady ? send(() => place(order())) : check());
        }}
      >
        <Refused by={refused} />
        <BulkFields verb={verb} draft={draft} errors={ofInput(refused?.fields ?? {})} />
        {preview && <Outcome preview={preview} />}
        <SaveOrCancel
          isSending={isSending}
          texts={{ save: label, saving: busy, cancel: texts.cancel }}
          closed={closed}
        />
      </form>
    </Dialog>
  );
};
