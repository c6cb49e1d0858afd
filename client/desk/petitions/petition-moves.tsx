import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DESK_PETITION_VERBS, type DeskPetition, type DeskPetitionVerb } from '#shared/contract/petition-desk.ts';
import { useDesk } from '../desk-context.ts';
import type { Values } from '../form/drafts.ts';
import { Refused } from '../form/refused.tsx';
import { useKeys } from '../use-keys.ts';
import { PetitionMoveForm } from './petition-move-form.tsx';
import { usePetitionMove } from './use-petition-move.ts';

/** A verb that was asked for elsewhere on the card; a new object each time that it is. */
export interface PetitionWish {
  verb: DeskPetitionVerb;
  /** What its form begins with. */
  given: Values;
}
/** What may be done next, pinned under the petition: each deed opens its form, which says what comes of it. */
export const PetitionMoves = ({
  petition,
  arrived,
  areKeysOn,
  wish,
}: {
  petition: DeskPetition;
  arrived: (petition: DeskPetition, isMoved: boolean) => void;
  areKeysOn: boolean;
  wish: PetitionWish | null;
}): JSX.Element => {
  const { words, drafts } = useDesk();
  const { moves: texts } = words.petitions;
  const mover = usePetitionMove(arrived);
  const allowed = DESK_PETITION_VERBS.filter((verb) => petition.can[verb]);
  const [picked, pick] = useState(() => allowed.find((verb) => drafts.of(`${petition.id}/${verb}`)) ?? null);
  const [given, give] = useState<Values>({});
  /** Grows each time that a form is asked for; it then takes the focus. */
  const [wished, setWished] = useState(0);
  const panel = useRef<HTMLElement>(null);
  const chosen = picked && petition.can[picked] ? picked : null;
  const choose = (verb: DeskPetitionVerb, values: Values = {}): void => {
    mover.begin();
    give(values);
    pick(verb);
    setWished((times) => times + 1);
  };
  useEffect(() => {
    if (wish && petition.can[wish.verb]) choose(wish.verb, wish.given);
  }, [wish]);
  useKeys(
    { step: () => panel.current?.querySelector<HTMLElement>('form button, .actions button')?.focus() },
    areKeysOn,
  );
  const settled = (): void => {
    pick(null);
    setWished(0);
    panel.current?.focus();
  };
  return (
    <section ref={panel} class="moves" tabIndex={-1} aria-label={texts.panel}>
      <p class="said" role="status">
        {mover.done && texts.done[mover.done]}
      </p>
      <Refused by={mover.trouble} />
      {chosen && (
        <PetitionMoveForm
          key={[chosen, ...Object.values(given)].join(' ')}
          petition={petition}
          verb={chosen}
          given={given}
          mover={mover}
          wished={wished}
          moved={settled}
          folded={() => {
            mover.begin();
            settled();
          }}
        />
      )}
      {!chosen && allowed.length > 0 && (
        <p class="actions">
          {allowed.map((verb, i) => (
            <button
              key={verb}
              type="button"
              class={`button ${i === 0 && verb !== 'correct' ? 'primary' : 'secondary'}`}
              onClick={() => choose(verb)}
            >
              {texts.openers[verb]}
            </button>
          ))}
        </p>
      )}
      {allowed.length === 0 && <p class="hint">{texts.none}</p>}
    </section>
  );
};
