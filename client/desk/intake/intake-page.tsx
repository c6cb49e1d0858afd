import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ErrorSummary } from '#client/views/forms/error-summary.tsx';
import { useDesk } from '../desk-context.ts';
import { sendByKey } from '../form/send-by-key.ts';
import { useDraft } from '../form/use-draft.ts';
import { PageHead } from '../page-head.tsx';
import { UNTOUCHED_APPEAL } from './entered-appeal.ts';
import { fieldNames } from './field-names.ts';
import { Contacts, Matter, Person } from './intake-fields.tsx';
import { Receipt } from './receipt.tsx';
import { type Intake, useIntake } from './use-intake.ts';

/** The key under which a half-filled form is kept while the operator looks elsewhere. */
const DRAFT = 'intake';

const Troubles = ({ trouble }: { trouble: NonNullable<Intake['trouble']> }): JSX.Element => {
  const { words } = useDesk();
  const names = fieldNames(words);
  const wrong = Object.entries(trouble.fields).map(([path, message]) => ({
    path,
    message,
    label: names[path] ?? path,
  }));
  return wrong.length > 0 ? (
    <ErrorSummary title={trouble.message} errors={wrong} />
  ) : (
    <p class="error" role="alert" tabIndex={-1}>
      {trouble.message}
    </p>
  );
};

/** Takes an appeal from somebody who called, wrote or came; its number and code are then read aloud. `entered` hears of each that is kept. */
export const IntakePage = ({ entered }: { entered: () => void }): JSX.Element => {
  const { words } = useDesk();
  const { intake: texts, moves } = words;
  const intake = useIntake();
  const draft = useDraft(DRAFT, UNTOUCHED_APPEAL);
  const page = useRef<HTMLElement>(null);
  const { trouble, filed, isSending } = intake;
  useLayoutEffect(() => {
    page.current?.querySelector<HTMLElement>('[role="alert"], h2')?.focus();
  }, [trouble, filed]);

  const send = async (): Promise<void> => {
    if (!(await intake.send(draft.values))) return;
    draft.clear();
    entered();
  };
  return (
    <section ref={page} class="intake" aria-labelledby="intake-title">
      {filed ? (
        <Receipt filed={filed} again={intake.again} />
      ) : (
        <form
          key={draft.round}
          noValidate
          onInput={draft.onInput}
          onKeyDown={sendByKey}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <PageHead id="intake-title" title={texts.title} lead={texts.lead} />
          {trouble && <Troubles trouble={trouble} />}
          <div class="form-parts">
            <Matter values={draft.values} errors={trouble?.fields ?? {}} />
            <div>
              <Person values={draft.values} errors={trouble?.fields ?? {}} />
              <Contacts values={draft.values} errors={trouble?.fields ?? {}} />
            </div>
          </div>
          <p class="actions">
            <button type="submit" class="button primary" aria-busy={isSending}>
              {isSending ? moves.form.sending : texts.submit}
            </button>
            <button type="button" class="button quiet" onClick={draft.clear}>
              {texts.clear}
            </button>
          </p>
        </form>
      )}
    </section>
  );
};
