import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import type { RegisterView } from '#shared/contract/register-list.ts';
import { useDesk } from '../desk-context.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';
import type { OwnViews } from './use-own-views.ts';

const KeepDialog = ({
  view,
  views,
  closed,
}: {
  view: RegisterView;
  views: OwnViews;
  closed: () => void;
}): JSX.Element => {
  const { words, address } = useDesk();
  const { ownViews: texts } = words;
  const draft = useDraft(null, {});
  const { send, isSending, refused } = useSending();
  const keep = async (): Promise<void> => {
    const kept = await send(async () => {
      await views.keep(draft.values.name ?? '', view, address.filters);
      return true;
    });
    if (kept) closed();
  };
  return (
    <FormDialog
      title={texts.title}
      closed={closed}
      sending={{ isSending, refused }}
      texts={texts}
      onInput={draft.onInput}
      send={keep}
    >
      <p class="hint">{texts.lead}</p>
      <Field name="name" label={texts.name} value={draft.values.name} error={refused?.fields.name} maxLength={60} />
    </FormDialog>
  );
};
/** The way to keep the narrowed list that is shown; nothing while it is whole. */
export const KeepView = ({ view, views }: { view: RegisterView; views: OwnViews }): JSX.Element | null => {
  const { words, address } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (Object.keys(address.filters).length === 0) return null;
  return (
    <>
      <button type="button" class="link keep-view" onClick={() => setOpen(true)}>
        {words.ownViews.keep}
      </button>
      {isOpen && <KeepDialog view={view} views={views} closed={() => setOpen(false)} />}
    </>
  );
};
