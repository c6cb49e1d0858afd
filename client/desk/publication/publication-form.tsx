import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { sendByKey } from '../form/send-by-key.ts';
import { useDraft } from '../form/use-draft.ts';
import type { Mover } from '../moves/use-move.ts';
import { PersonalWords } from './personal-words.tsx';
import { choicesOf, FIELD, publicationDraft, showablePhotos, untouchedPublication } from './publication-input.ts';
import { PublicationPhotos } from './publication-photos.tsx';

/** What everybody is to see of a case: how much, in which words, with which photos. It begins with what is shown, or suggested. */
export const PublicationForm = ({
  card,
  mover,
  isWished,
  done,
  fold,
}: {
  card: CaseCard;
  mover: Mover;
  /** Asked for just now, so it takes the focus. */
  isWished: boolean;
  done: () => void;
  fold: () => void;
}): JSX.Element => {
  const { words } = useDesk();
  const { publication: texts, moves } = words;
  const draft = useDraft(publicationDraft(card.id), untouchedPublication(card));
  const { values } = draft;
  const errors = mover.trouble?.fields ?? {};
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (isWished) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  useLayoutEffect(
    () => form.current?.querySelector<HTMLElement>('[aria-invalid], .wrong input')?.focus(),
    [mover.trouble],
  );

  const send = async (): Promise<void> => {
    const present = new Set(showablePhotos(card).map(({ id }) => FIELD.photo(id)));
    const kept = Object.entries(values).filter(([name]) => !name.startsWith(FIELD.photo('')) || present.has(name));
    if (!(await mover.move(card, 'publish', Object.fromEntries(kept)))) return;
    draft.clear();
    done();
  };
  const isWhole = values[FIELD.state] === 'public';
  return (
    <form
      ref={form}
      key={draft.round}
      noValidate
      onInput={draft.onInput}
      onKeyDown={sendByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <RadioGroup
        name={FIELD.state}
        label={texts.state}
        choices={choicesOf(card).map((value) => ({ value, label: texts.choices[value] }))}
        value={values[FIELD.state]}
        error={errors[FIELD.state]}
      />
      {isWhole && (
        <>
          <TextArea
            name={FIELD.text}
            label={texts.text}
            hint={texts.textHint}
            optional=""
            rows={6}
            value={values[FIELD.text]}
            error={errors[FIELD.text]}
          />
          <PersonalWords name={FIELD.text} text={values[FIELD.text] ?? ''} applicants={card.applicants} />
          <PublicationPhotos card={card} values={values} error={errors[FIELD.photos]} />
          {(card.answer?.signed || card.publication.answer) && (
            <>
              <TextArea
                name={FIELD.answer}
                label={texts.answer}
                hint={texts.answerHint}
                optional={words.common.optional}
                rows={4}
                value={values[FIELD.answer]}
                error={errors[FIELD.answer]}
              />
              <PersonalWords name={FIELD.answer} text={values[FIELD.answer] ?? ''} applicants={card.applicants} />
            </>
          )}
        </>
      )}
      <p class="actions">
        <button type="submit" class="button primary" aria-busy={mover.isSending}>
          {mover.isSending ? moves.form.sending : card.publication.state === 'none' ? texts.publish : texts.save}
        </button>
        <button type="button" class="button quiet" onClick={fold}>
          {texts.fold}
        </button>
      </p>
    </form>
  );
};
