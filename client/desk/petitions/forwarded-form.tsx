import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { type DeskPetition, enterForwarded } from '#shared/contract/petition-desk.ts';
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
import { ForwardedFields } from './forwarded-fields.tsx';
import { forwardedInput } from './forwarded-input.ts';

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
        return await ask(enterForwarded, { headers, body: forwardedInput((name) => draft.values[name] ?? '') });
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
          <ForwardedFields of={draft.values} errors={trouble?.fields ?? {}} />
          <SaveOrCancel isSending={isSending} texts={texts} closed={closed} />
        </form>
      </div>
    </section>
  );
};
