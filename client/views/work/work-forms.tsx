import type { JSX } from 'preact';
import { FieldBlock, stateOf } from '#client/views/forms/parts.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { WorkTexts } from '#shared/texts/uk/work.ts';

/** A field that was sent and refused: what was typed into it, and why it did not do. */
export interface Typed {
  field: 'photo' | 'note' | 'draft';
  value: string;
  error: string;
}
/** Where the forms of the page go, and what was done and typed so far. */
export interface WorkFormsProps {
  /** The address of the page, under which its forms go. */
  address: string;
  acceptedAt: string | null;
  typed?: Typed | undefined;
  lang: Lang;
  texts: WorkTexts;
}

/** What can be done by the link, a form each: take it on, add a photo, write to the city, hand the work in. */
export const WorkForms = ({ address, acceptedAt, typed, lang, texts }: WorkFormsProps): JSX.Element => {
  const given = (field: Typed['field']) =>
    typed?.field === field ? { value: typed.value, error: typed.error } : { value: undefined, error: undefined };
  const photo = { name: 'photo', label: texts.photo, hint: texts.photoHint, error: given('photo').error };
  return (
    <>
      {acceptedAt ? (
        <p>{fill(texts.accepted, { date: momentInFull(lang, acceptedAt) })}</p>
      ) : (
        <form method="post" action={`${address}/accept`}>
          <SubmitButton>{texts.accept}</SubmitButton>
          <p class="hint">{texts.acceptHint}</p>
        </form>
      )}
      <section aria-labelledby="add-photo">
        <h2 id="add-photo">{texts.addPhoto}</h2>
        <form method="post" action={`${address}/photo`} encType="multipart/form-data" noValidate>
          <FieldBlock props={photo}>
            <input {...stateOf(photo)} type="file" accept="image/*" />
          </FieldBlock>
          <SubmitButton kind="secondary">{texts.photoSend}</SubmitButton>
        </form>
      </section>
      <section aria-labelledby="write-note">
        <h2 id="write-note">{texts.writeNote}</h2>
        <form method="post" action={`${address}/note`} noValidate>
          <TextArea name="note" label={texts.note} hint={texts.noteHint} rows={4} {...given('note')} />
          <SubmitButton kind="secondary">{texts.noteSend}</SubmitButton>
        </form>
      </section>
      <section aria-labelledby="write-draft">
        <h2 id="write-draft">{texts.writeDraft}</h2>
        <form method="post" action={`${address}/draft`} noValidate>
          <TextArea name="draft" label={texts.draft} hint={texts.draftHint} rows={6} {...given('draft')} />
          <SubmitButton kind={acceptedAt ? 'primary' : 'secondary'}>{texts.draftSend}</SubmitButton>
        </form>
      </section>
    </>
  );
};
