import type { ComponentChildren, JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { TEMPLATE_USES, type TemplateUse } from '#shared/domain/templates.ts';
import type { MoveInput, Verb } from '#shared/domain/workflow.ts';
import { useDesk } from '../desk-context.ts';
import { DeskForm } from '../form/desk-form.tsx';
import type { Values } from '../form/drafts.ts';
import { useDraft } from '../form/use-draft.ts';
import { TemplatePicker } from '../templates/template-picker.tsx';
import { MOVE_FIELDS, UNTOUCHED } from './move-fields.tsx';
import { isPlain } from './move-specs.ts';
import { inputOf } from './moves.ts';
import { PlainFields } from './plain-fields.tsx';
import type { Mover } from './use-move.ts';

const isTemplated = (input: MoveInput): input is TemplateUse & MoveInput => TEMPLATE_USES.some((use) => use === input);

/** The form of one verb: it asks just for what the verb needs. `children` stand beside its button. */
export const MoveForm = ({
  card,
  verb,
  mover,
  given,
  wished,
  moved,
  children,
}: {
  card: CaseCard;
  verb: Verb;
  mover: Mover;
  /** What it begins with, where it was asked for with that. */
  given: Values;
  wished: number;
  moved: () => void;
  children: ComponentChildren;
}): JSX.Element => {
  const desk = useDesk();
  const { verbs, form: texts } = desk.words.moves;
  const input = inputOf(verb);
  const draft = useDraft(input === 'answer' ? `${card.id}/${verb}` : null, {
    ...UNTOUCHED[input]?.(card, desk),
    ...given,
  });
  const errors = mover.trouble?.fields ?? {};
  const send = async (): Promise<void> => {
    if (!(await mover.move(card, verb, draft.values))) return;
    draft.clear();
    moved();
  };
  const fields = isPlain(input) ? (
    <PlainFields input={input} values={draft.values} errors={errors} />
  ) : (
    MOVE_FIELDS[input]({ card, verb, values: draft.values, errors, set: draft.set })
  );
  return (
    <DeskForm class="move" refused={mover.trouble} wished={wished} onInput={draft.onInput} send={send}>
      {isTemplated(input) && <TemplatePicker card={card} use={input} draft={draft} />}
      {fields}
      <p class="actions">
        <button type="submit" class="button primary" aria-busy={mover.isSending}>
          {mover.isSending ? texts.sending : verbs[verb]}
        </button>
        {children}
      </p>
    </DeskForm>
  );
};
