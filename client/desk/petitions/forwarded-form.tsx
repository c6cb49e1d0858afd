import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { Field, type LineProps } from '#client/views/forms/field.tsx';
import { TextArea } from '#client/views/forms/text-area.tsx';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { enterForwarded } from '#shared/contract/petition-forwarded.ts';
import type { DeskForwardedTexts } from '#shared/texts/uk/desk-forwarded.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';
import { newKey } from '../form/new-key.ts';
import { Refused } from '../form/refused.tsx';
import { SaveOrCancel } from '../form/save-or-cancel.tsx';
import { sendByKey } from '../form/send-by-key.ts';
import { type Trouble, troubleSaying } from '../form/trouble.ts';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';
import { KeyMark } from '../key-mark.tsx';
import { Link } from '../link.tsx';
import { forwardedInput } from './forwarded-input.ts';

type Name = keyof DeskForwardedTexts['labels'];
/** Under this name what was typed is kept while one looks elsewhere. */
const KEPT_AS = 'forwarded-petition';

/** Sends entries; until one is kept each try carries the same key, so that a lost answer makes no second petition. */
function useEntry(entered: (petition: DeskPetition) => void) {
  const { ask, words } = useDesk();
  const draft = useDraft(KEPT_AS, {});
  const { send, isSending, refused } = useSending();
  const [before, setBefore] = useState<Trouble | null>(null);
  const key = useRef(newKey());
  const enter = async (): Promise<void> => {
    setBefore(null);
    const petition = await send(async () => {
      try {
        const headers = { 'idempotency-key': key.current };
        return await ask(enterForwarded, { headers, body: forwardedInput(draft.values) });
      } catch (error) {
        if (!(error instanceof Refusal) || error.problem.code !== 'idempotency.reused') throw error;
        key.current = newKey();
        setBefore(troubleSaying(words.forwarded.enteredBefore));
        return null;
      }
    });
    if (!petition) return;
    draft.clear();
    entered(petition);
  };
  return { draft, isSending, trouble: refused ?? before, enter };
}

/** The form of a petition whose signatures a civic association collected: what it says, who wrote it, who collected, and when. */
export const ForwardedForm = ({
  entered,
  closed,
}: {
  entered: (petition: DeskPetition) => void;
  closed: () => void;
}): JSX.Element => {
  const { forwarded: texts, petitions } = useDesk().words;
  const { draft, isSending, trouble, enter } = useEntry(entered);
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [trouble]);
  const field = (name: Name) => ({
    name,
    label: texts.labels[name],
    hint: texts.hints[name],
    value: draft.values[name],
    error: trouble?.fields[name],
  });
  const line = (name: Name, more: Partial<LineProps> = {}): JSX.Element => (
    <Field {...field(name)} autocomplete="off" {...more} />
  );
  return (
    <section class="card-pane petition-pane" aria-labelledby="forwarded-title">
      <header class="card-head">
        <p class="way-back">
          <Link to={{ isEntering: false }}>{petitions.card.back}</Link>
        </p>
        <h2 id="forwarded-title" ref={title} tabIndex={-1}>
          {texts.title}
        </h2>
        <Link class="shut" to={{ isEntering: false }}>
          {petitions.card.close} <KeyMark of="close" />
        </Link>
      </header>
      <div class="card-body">
        <form
          ref={form}
          class="forwarded"
          noValidate
          onInput={draft.onInput}
          onKeyDown={sendByKey}
          onSubmit={(event) => {
            event.preventDefault();
            void enter();
          }}
        >
          <p class="hint">{texts.lead}</p>
          <Refused by={trouble} />
          <Part title={texts.petition}>
            {line('title')}
            <TextArea {...field('essence')} rows={4} />
            <TextArea {...field('demand')} rows={4} />
          </Part>
          <Part title={texts.author}>
            {line('lastName')}
            {line('firstName')}
            {line('patronymic', { optional: texts.optional })}
            {line('email', { type: 'email', inputMode: 'email' })}
          </Part>
          <Part title={texts.association}>
            {line('association.name')}
            {line('association.email', { type: 'email', inputMode: 'email' })}
            {line('association.url')}
          </Part>
          <Part title={texts.collection}>
            {line('startedOn', { type: 'date', width: 'half' })}
            {line('endsOn', { type: 'date', width: 'half' })}
            {line('sentOn', { type: 'date', width: 'half' })}
            {line('receivedOn', { type: 'date', width: 'half' })}
            {line('signatures', { inputMode: 'numeric', width: 'half' })}
          </Part>
          <SaveOrCancel isSending={isSending} texts={texts} closed={closed} />
        </form>
      </div>
    </section>
  );
};
