import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskPetition, DeskPetitionVerb } from '#shared/contract/petition-desk.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { sendByKey } from '../form/send-by-key.ts';
import { useDraft } from '../form/use-draft.ts';
import { PetitionFields } from './petition-fields.tsx';
import type { PetitionMover } from './use-petition-move.ts';

/** Forms that take long to fill in: what was typed into them is kept while one looks elsewhere. */
const KEPT: ReadonlySet<DeskPetitionVerb> = new Set(['suggest', 'reject', 'answer']);
const FIELDS = 'input, select, textarea';

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
  /** Grows each time that the person asks for this form; it then takes the focus. */
  wished: number;
  moved: () => void;
  folded: () => void;
}): JSX.Element => {
  const { moves: texts } = useDesk().words.petitions;
  const draft = useDraft(KEPT.has(verb) ? `${petition.id}/${verb}` : null, given);
  const form = useRef<HTMLFormElement>(null);
  const errors = mover.trouble?.fields ?? {};
  useLayoutEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(FIELDS) ?? form.current?.querySelector('button');
    if (wished > 0) field?.focus();
  }, [wished]);
  useLayoutEffect(
    () => form.current?.querySelector<HTMLElement>('[aria-invalid], .wrong input')?.focus(),
    [mover.trouble],
  );
  const send = async (): Promise<void> => {
    if (!(await mover.move(petition, verb, draft.values))) return;
    draft.clear();
    moved();
  };
  return (
    <form
      ref={form}
      class="move"
      noValidate
      onInput={draft.onInput}
      onKeyDown={sendByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="hint">{texts.says[verb]}</p>
      <PetitionFields petition={petition} verb={verb} values={draft.values} errors={errors} set={draft.set} />
      <p class="actions">
        <button type="submit" class="button primary" aria-busy={mover.isSending}>
          {mover.isSending ? texts.sending : texts.verbs[verb]}
        </button>
        <button type="button" class="button quiet" onClick={folded}>
          {texts.fold}
        </button>
      </p>
    </form>
  );
};
