import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { type RemovalBody, removeSignatures } from '#shared/contract/petition-signatures.ts';
import { instantInKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { DeskForm } from '../form/desk-form.tsx';
import { Refused } from '../form/refused.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';
import { type Group, groupWords } from './group-words.ts';

/** The instant that was typed as Kyiv's clocks show it; null for one that never was, undefined where nothing was typed. */
function momentIn(typed: string | undefined): string | null | undefined {
  if (!typed) return undefined;
  const [date = '', time = ''] = typed.split('T');
  return instantInKyiv(date, time.slice(0, 'HH:MM'.length))?.toISOString() ?? null;
}
/** Strikes the signatures of a group: first it only counts them, and what is changed after that is counted anew. */
export const RemovalDialog = ({
  petitionId,
  group,
  removed,
  closed,
}: {
  petitionId: string;
  group: Group;
  removed: (count: number) => void;
  closed: () => void;
}): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { dialog: texts } = words.signatures;
  const { send, isSending, refused, begin } = useSending();
  const draft = useDraft(null, {});
  const [found, setFound] = useState<number | null>(null);
  const [isOdd, setOdd] = useState(false);
  const [from, to] = [momentIn(draft.values.from), momentIn(draft.values.to)];
  const remove = async (isTrial: boolean): Promise<number | null> => {
    setOdd(from === null || to === null);
    if (from === null || to === null) return null;
    const filter: RemovalBody['filter'] = { ...group, ...(from && { from }), ...(to && { to }) };
    const body = { filter, reason: 'fraud' as const, explanation: draft.values.explanation ?? '', isTrial };
    const told = await send(() => ask(removeSignatures, { params: { id: petitionId }, body }));
    return told?.count ?? null;
  };
  const strike = async (): Promise<void> => {
    const count = await remove(false);
    if (count !== null) removed(count);
  };
  const fields = refused?.fields ?? {};
  const oddWords = (moment: string | null | undefined) => (isOdd && moment === null ? texts.wrongMoment : undefined);
  return (
    <Dialog title={fill(texts.title, { group: groupWords(group, words.signatures) })} closed={closed}>
      <p>{texts.lead}</p>
      <DeskForm
        refused={isOdd || refused}
        wished={1}
        onInput={(event) => {
          draft.onInput(event);
          setFound(null);
          setOdd(false);
          begin();
        }}
        send={() => remove(true).then(setFound)}
      >
        <Refused by={refused} />
        <TextArea
          name="explanation"
          label={texts.explanation}
          hint={texts.explanationHint}
          rows={3}
          value={draft.values.explanation}
          error={fields.explanation}
        />
        <Field
          name="from"
          type="datetime-local"
          width="half"
          label={texts.from}
          optional={texts.optional}
          hint={texts.momentHint}
          value={draft.values.from}
          error={oddWords(from) ?? fields['filter.from']}
        />
        <Field
          name="to"
          type="datetime-local"
          width="half"
          label={texts.to}
          optional={texts.optional}
          value={draft.values.to}
          error={oddWords(to) ?? fields['filter.to']}
        />
        <p class="said" role="status">
          {found !== null && (found === 0 ? texts.foundNone : plural(lang, found, texts.found))}
        </p>
        <p class="actions">
          {found ? (
            <button type="button" class="button primary danger" aria-busy={isSending} onClick={() => void strike()}>
              {isSending ? texts.removing : plural(lang, found, texts.confirm)}
            </button>
          ) : (
            <button type="submit" class="button primary" aria-busy={isSending}>
              {isSending ? texts.trying : texts.try}
            </button>
          )}
          <button type="button" class="button secondary" onClick={closed}>
            {texts.cancel}
          </button>
        </p>
      </DeskForm>
    </Dialog>
  );
};
