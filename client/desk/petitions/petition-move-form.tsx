import type { JSX } from 'preact';
import type { DeskPetition, DeskPetitionVerb } from '#shared/contract/petition-desk.ts';
import { useDesk } from '../desk-context.ts';
import { DeskForm } from '../form/desk-form.tsx';
import type { Values } from '../form/drafts.ts';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
import { useDraft } from '../form/use-draft.ts';
import { forwardedValues } from './forwarded-input.ts';
import { PetitionFields } from './petition-fields.tsx';
import { CORRECTION } from './petition-input.ts';
import type { PetitionMover } from './use-petition-move.ts';

/** Forms that take long to fill in: what was typed into them is kept while one looks elsewhere. */
const KEPT: ReadonlySet<DeskPetitionVerb> = new Set(['suggest', 'reject', 'answer', 'correct']);

/** What a form begins with by itself: a correction with what was entered. */
const begun = (verb: DeskPetitionVerb, { entered }: DeskPetition): Values =>
  verb === 'correct' && entered ? forwardedValues(entered, CORRECTION) : {};

/** The form of one verb: what comes of it, just what it needs, and the button that does it. */
export const PetitionMoveForm = ({
  petition,
  verb,
  given,
  mover,
  wished,
  moved,
  folded,
}: {
  petition: DeskPetition;
  verb: DeskPetitionVerb;
  /** What it begins with, where it was asked for with that. */
  given: Values;
  mover: PetitionMover;
  wished: number;
  moved: () => void;
  folded: () => void;
}): JSX.Element => {
  const { moves: texts } = useDesk().words.petitions;
  const draft = useDraft(KEPT.has(verb) ? `${petition.id}/${verb}` : null, { ...begun(verb, petition), ...given });
  const errors = mover.trouble?.fields ?? {};
  const send = async (): Promise<void> => {
    if (!(await mover.move(petition, verb, draft.values))) return;
    draft.clear();
    moved();
  };
  return (
    <DeskForm class="move" refused={mover.trouble} wished={wished} onInput={draft.onInput} send={send}>
      <p class="hint">{texts.says[verb]}</p>
      <PetitionFields petition={petition} verb={verb} values={draft.values} errors={errors} set={draft.set} />
      <SaveOrCancel
        isSending={mover.isSending}
        texts={{ save: texts.verbs[verb], saving: texts.sending, cancel: texts.fold }}
        closed={folded}
        out="quiet"
      />
    </DeskForm>
  );
};
