import type { JSX } from 'preact';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { DeskForm } from '../form/desk-form.tsx';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
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

  const send = async (): Promise<void> => {
    const present = new Set(showablePhotos(card).map(({ id }) => FIELD.photo(id)));
    const kept = Object.entries(values).filter(([name]) => !name.startsWith(FIELD.photo('')) || present.has(name));
    if (!(await mover.move(card, 'publish', Object.fromEntries(kept)))) return;
    draft.clear();
    done();
  };
  const isWhole = values[FIELD.state] === 'public';
  return (
    <DeskForm key={draft.round} refused={mover.trouble} wished={isWished ? 1 : 0} onInput={draft.onInput} send={send}>
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
      <SaveOrCancel
        isSending={mover.isSending}
        texts={{
          save: card.publication.state === 'none' ? texts.publish : texts.save,
          saving: moves.form.sending,
          cancel: texts.fold,
        }}
        closed={fold}
        out="quiet"
      />
    </DeskForm>
  );
};
