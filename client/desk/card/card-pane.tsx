import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '#client/views/icon.tsx';
import type { CaseCard, CaseRow } from '#shared/contract/register.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { statusWord } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { KeyMark } from '../key-mark.tsx';
import { Link } from '../link.tsx';
import { DueMark } from '../list/due-mark.tsx';
import { MovePanel, type Wish } from '../moves/move-panel.tsx';
import { PresenceLine } from '../presence/presence-line.tsx';
import { PriorityMark } from '../priority-mark.tsx';
import { Retry } from '../retry.tsx';
import { CardBody } from './card-body.tsx';
import type { CardState } from './use-card.ts';

/** The head of the card: it takes the focus when a case is opened, so that the next Tab is inside. */
const Head = ({ row, caseId }: { row: CaseRow | null; caseId: string }): JSX.Element => {
  const { words } = useDesk();
  const { desk, cases } = words;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus({ preventScroll: true }), [caseId]);
  return (
    <header class="card-head">
      <p class="way-back">
        <Link to={{ caseId: null }}>{desk.card.back}</Link>
      </p>
      <h2 ref={title} tabIndex={-1} id="card-title">
        {row ? spacedNumber(row.number) : desk.card.pane}
        {row?.registrationIndex && <span class="index">{row.registrationIndex}</span>}
      </h2>
      <Link class="shut" to={{ caseId: null }}>
        {desk.card.close} <KeyMark of="close" />
      </Link>
      {row && (
        <p class="states">
          <span class={`state ${row.publicStatus}`}>
            <Icon of={row.publicStatus} />
            {statusWord(desk, row.status)}
          </span>
          {row.dueOn && <DueMark dueOn={row.dueOn} />}
          <PriorityMark priority={row.priority} />
          <span class="muted">
            {desk.card.publicStatus}: {cases.statuses[row.publicStatus]}
          </span>
        </p>
      )}
      <PresenceLine caseId={caseId} />
    </header>
  );
};

/** The right side: one case whole, with what may be done next pinned below. `row` is what the list knows of it meanwhile. */
export const CardPane = ({
  caseId,
  row,
  state,
  arrived,
  areKeysOn,
  seen,
}: {
  caseId: string;
  row: CaseRow | null;
  state: CardState;
  arrived: (card: CaseCard, isMoved: boolean) => void;
  areKeysOn: boolean;
  /** Mentions on this card were read; so many are left elsewhere. */
  seen: (unread: number) => void;
}): JSX.Element => {
  const { words, drafts } = useDesk();
  const { card: texts } = words.desk;
  const { card, newer, isAbsent, trouble, retry, take } = state;
  const [wished, wish] = useState<Wish | null>(null);
  /** Puts a text that came from outside into the answer, under whatever was typed there. */
  const takeDraft = (id: string, text: string): void => {
    const [key, name] = [`${id}/draft`, 'answer.text'];
    const typed = drafts.of(key);
    if (typed) drafts.keep(key, { ...typed, [name]: [typed[name], text].filter(Boolean).join('\n\n') }, {});
    wish({ verb: 'draft', given: { [name]: text } });
  };
  return (
    <section class="card-pane" aria-labelledby="card-title">
      <Head row={card ?? row} caseId={caseId} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard */}
      <section class="card-body" key={caseId} tabIndex={0} aria-label={texts.content}>
        {card && (
          <CardBody
            card={card}
            arrived={arrived}
            reopen={() => wish({ verb: 'reopen' })}
            merge={(number) => wish({ verb: 'merge', given: { primaryNumber: number } })}
            draft={(text) => takeDraft(card.id, text)}
            areKeysOn={areKeysOn}
            seen={seen}
          />
        )}
        {isAbsent && <p class="quiet">{texts.absent}</p>}
        {trouble && <Retry words={trouble.message} again={retry} />}
        {!card && !isAbsent && !trouble && (
          <p class="quiet loading" role="status">
            {texts.loading}
          </p>
        )}
      </section>
      {card && (
        <MovePanel key={caseId} card={card} arrived={arrived} areKeysOn={areKeysOn} wish={wished}>
          {newer && (
            <p class="newer" role="status">
              {texts.newer}{' '}
              <button type="button" class="link" onClick={() => take(newer)}>
                {texts.showNewer}
              </button>
            </p>
          )}
        </MovePanel>
      )}
    </section>
  );
};

/** In place of a case while none is open. */
export const NoCard = (): JSX.Element => {
  const { card: texts } = useDesk().words.desk;
  return (
    <section class="card-pane nothing">
      <p class="quiet">
        <strong>{texts.pick}</strong>
        {texts.pickHow}
      </p>
    </section>
  );
};
