import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseCard } from '#shared/contract/register.ts';
import { VERBS, type Verb } from '#shared/domain/workflow.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { KeyMark } from '../key-mark.tsx';
import { KEY_NAMES, type KeyCommand } from '../keys.ts';
import { useKeys } from '../use-keys.ts';
import { MoveForm } from './move-form.tsx';
import { allowedVerbs, inputOf, rareVerbs, verbAtHand } from './moves.ts';
import { useMove } from './use-move.ts';

/** The verbs that have a key of their own. */
const KEYED = ['assign', 'draft', 'accept'] as const satisfies readonly (Verb & KeyCommand)[];
const keyOf = (verb: Verb) => KEYED.find((keyed) => keyed === verb);

/** A verb that was asked for elsewhere on the card; a new object each time that it is. */
export interface Wish {
  verb: Verb;
  /** What its form begins with. */
  given?: Values;
}
/** What may be done next, pinned under the card: the way on is open, the others are a press away. `children` stand above. */
export const MovePanel = ({
  card,
  arrived,
  areKeysOn,
  wish = null,
  children,
}: {
  card: CaseCard;
  arrived: (card: CaseCard, isMoved: boolean) => void;
  areKeysOn: boolean;
  wish?: Wish | null;
  children: ComponentChildren;
}): JSX.Element => {
  const { words, drafts } = useDesk();
  const { openers, done, form: texts } = words.moves;
  const mover = useMove(arrived);
  const allowed = allowedVerbs(card.can);
  const [picked, pick] = useState<Verb | null>(() => VERBS.find((verb) => drafts.of(`${card.id}/${verb}`)) ?? null);
  const [given, give] = useState<Values>({});
  const [wished, setWished] = useState(0);
  const panel = useRef<HTMLElement>(null);
  const chosen = picked ?? verbAtHand(card.can);

  const choose = (verb: Verb, values: Values = {}): void => {
    mover.refuse(null);
    give(values);
    if (inputOf(verb) === 'nothing') return void mover.move(card, verb, {}).then(() => panel.current?.focus());
    pick(verb);
    setWished((times) => times + 1);
  };
  useEffect(() => {
    if (wish && card.can[wish.verb]) choose(wish.verb, wish.given);
  }, [wish]);
  const byKey = KEYED.filter((verb) => allowed.includes(verb)).map((verb) => [verb, () => choose(verb)] as const);
  const step = (): void => {
    const [first] = allowed;
    if (first && inputOf(first) === 'nothing') panel.current?.querySelector<HTMLElement>('button')?.focus();
    else if (first) choose(first);
  };
  useKeys({ step, ...Object.fromEntries(byKey) }, areKeysOn);

  const opener = (verb: Verb, i: number): JSX.Element => {
    const key = keyOf(verb);
    return (
      <button
        key={verb}
        type="button"
        class={`button ${chosen || i > 0 ? 'secondary' : 'primary'}`}
        aria-keyshortcuts={key && KEY_NAMES[key]}
        aria-busy={mover.isSending}
        onClick={() => choose(verb)}
      >
        {openers[verb]}
        {key && <KeyMark of={key} />}
      </button>
    );
  };
  const others = allowed.filter((verb) => verb !== chosen).map(opener);
  const rare = rareVerbs(card.can).filter((verb) => verb !== chosen);
  const fold = picked && (
    <button type="button" class="button quiet" onClick={() => pick(null)}>
      {texts.fold}
    </button>
  );
  return (
    <section ref={panel} class="moves" tabIndex={-1} aria-label={texts.panel}>
      {children}
      <p class="said" role="status">
        {mover.done && done[mover.done]}
      </p>
      {mover.trouble && (
        <p class="error" role="alert">
          {mover.trouble.message}
        </p>
      )}
      {chosen ? (
        <MoveForm
          key={[chosen, ...Object.values(given)].join(' ')}
          given={given}
          card={card}
          verb={chosen}
          mover={mover}
          wished={wished}
          moved={() => {
            pick(null);
            setWished(0);
            panel.current?.focus();
          }}
        >
          {others}
          {fold}
        </MoveForm>
      ) : (
        <p class="actions">{others}</p>
      )}
      {rare.length > 0 && !picked && (
        <details class="rare">
          <summary>{words.moveFields.more}</summary>
          <p class="actions">{rare.map((verb) => opener(verb, 1))}</p>
        </details>
      )}
      {allowed.length + rare.length === 0 && !chosen && <p class="hint">{card.dueOn ? texts.none : texts.finished}</p>}
    </section>
  );
};
