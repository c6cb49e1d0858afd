import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { KeyMark } from '../key-mark.tsx';
import { Link } from '../link.tsx';
import { DueMark } from '../list/due-mark.tsx';
import { Retry } from '../retry.tsx';
import { PetitionBody } from './petition-body.tsx';
import { PetitionMoves, type PetitionWish } from './petition-moves.tsx';
import { PetitionState } from './petition-state.tsx';
import type { OpenPetition } from './use-petition.ts';

/** The head of the open petition: it takes the focus when one is opened, so that the next Tab is inside. */
const Head = ({ petition }: { petition: DeskPetition | null }): JSX.Element => {
  const { petitions: texts } = useDesk().words;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <header class="card-head">
      <p class="way-back">
        <Link to={{ petitionId: null }}>{texts.card.back}</Link>
      </p>
      <h2 ref={title} tabIndex={-1} id="petition-title">
        {petition?.number ? fill(texts.number, { number: petition.number }) : texts.title}
      </h2>
      <Link class="shut" to={{ petitionId: null }}>
        {texts.card.close} <KeyMark of="close" />
      </Link>
      {petition && (
        <p class="states">
          <PetitionState status={petition.status} />
          {petition.dueOn && <DueMark dueOn={petition.dueOn} />}
          {petition.age && petition.age !== 'new' && (
            <span class={`band ${petition.age === 'overdue' ? 'overdue' : 'last'}`}>{texts.ages[petition.age]}</span>
          )}
        </p>
      )}
    </header>
  );
};

/** The right side: one petition whole, with what may be done next pinned below. */
export const PetitionPane = ({
  petitionId,
  state: { petition, isAbsent, trouble, take, refresh },
  moved,
  areKeysOn,
}: {
  petitionId: string;
  state: OpenPetition;
  /** The lists are no longer what they were. */
  moved: () => void;
  areKeysOn: boolean;
}): JSX.Element => {
  const { petitions: texts } = useDesk().words;
  const [wished, wish] = useState<PetitionWish | null>(null);
  const arrived = (card: DeskPetition, isMoved: boolean): void => {
    take(card);
    if (isMoved) moved();
  };
  return (
    <section class="card-pane petition-pane" aria-labelledby="petition-title">
      <Head petition={petition} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard */}
      <section class="card-body" key={petitionId} tabIndex={0} aria-label={texts.card.content}>
        {petition && (
          <PetitionBody
            petition={petition}
            merge={(number) => wish({ verb: 'merge', given: { primaryNumber: String(number) } })}
            changed={() => {
              refresh();
              moved();
            }}
          />
        )}
        {isAbsent && <p class="quiet">{texts.card.absent}</p>}
        {trouble && <Retry words={trouble.message} again={refresh} />}
        {!petition && !isAbsent && !trouble && (
          <p class="quiet loading" role="status">
            {texts.loading}
          </p>
        )}
      </section>
      {petition && <PetitionMoves petition={petition} arrived={arrived} areKeysOn={areKeysOn} wish={wished} />}
    </section>
  );
};
