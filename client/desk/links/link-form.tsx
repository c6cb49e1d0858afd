import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { Brought } from '#shared/contract/endpoint.ts';
import { makeWorkLink, type NewWorkLink } from '#shared/contract/executors.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { photoNumbers } from '../files/use-file-deeds.ts';
import { DeskForm } from '../form/desk-form.tsx';
import { Refused } from '../form/refused.tsx';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
import { useSending } from '../form/use-sending.ts';

/** A link that was just made, with the address that is told once. */
export type MadeLink = Brought<typeof makeWorkLink>;

function readLink(form: FormData): NewWorkLink {
  const typed = (name: string): string => String(form.get(name) ?? '').trim();
  const photoIds = form.getAll('photoIds').map(String);
  return {
    label: typed('label'),
    days: Number(typed('days')) || 0,
    ...(typed('task') && { task: typed('task') }),
    ...(photoIds.length > 0 && { photoIds }),
  };
}
/** Asks for whom a link is, for how long, and what it shows beside the resolution. */
export const LinkForm = ({
  card,
  made,
  closed,
}: {
  card: CaseCard;
  made: (link: MadeLink) => void;
  closed: () => void;
}): JSX.Element => {
  const { ask, words } = useDesk();
  const { links: texts } = words;
  const { isSending, refused, send } = useSending();
  const [days, setDays] = useState('14');
  const errors = refused?.fields ?? {};
  const numbers = photoNumbers(card);
  const photos = card.files.filter(({ kind, hasPublicCopy }) => kind === 'photo' && hasPublicCopy);
  const submit = async (body: NewWorkLink): Promise<void> => {
    const link = await send(() => ask(makeWorkLink, { params: { id: card.id }, body }));
    if (link) made(link);
  };
  return (
    <DeskForm
      refused={refused}
      wished={1}
      onInput={({ currentTarget }) => setDays(String(new FormData(currentTarget).get('days') ?? ''))}
      send={(form) => submit(readLink(new FormData(form)))}
    >
      <Refused by={refused} />
      <Field name="label" label={texts.label} hint={texts.labelHint} error={errors.label} autocomplete="off" />
      <Field
        name="days"
        type="number"
        inputMode="numeric"
        width="code"
        label={texts.days}
        hint={texts.daysHint}
        value={days}
        error={errors.days}
      />
      <TextArea
        name="task"
        label={texts.task}
        optional={texts.optional}
        hint={texts.taskHint}
        rows={3}
        error={errors.task}
      />
      {photos.length > 0 && (
        <fieldset class="field" aria-describedby="link-photos-hint">
          <legend>{texts.photos}</legend>
          <p class="hint" id="link-photos-hint">
            {texts.photosHint}
          </p>
          {photos.map(({ id }) => (
            <div key={id} class="choice">
              <input id={`link-photo-${id}`} type="checkbox" name="photoIds" value={id} />
              <label for={`link-photo-${id}`}>{fill(texts.photo, { n: numbers.get(id) ?? 0 })}</label>
            </div>
          ))}
        </fieldset>
      )}
      <SaveOrCancel isSending={isSending} texts={texts} closed={closed} />
    </DeskForm>
  );
};
