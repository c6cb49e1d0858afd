import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { addressIn } from '#client/views/layout.tsx';
import type { CaseCard } from '#shared/contract/register.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { Part } from '../card/part.tsx';
import { categoryOf } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { useMove } from '../moves/use-move.ts';
import { allowanceOf } from './allowance.ts';
import { HideForm } from './hide-form.tsx';
import { PublicationForm } from './publication-form.tsx';
import { choicesOf, publicationDraft } from './publication-input.ts';

/** How the case stands before everybody's eyes now, and why nobody sees it where nobody does. */
const Standing = ({ card }: { card: CaseCard }): JSX.Element => {
  const { lang, words } = useDesk();
  const { publication: texts } = words;
  const { state, whyUnseen, visibleFrom } = card.publication;
  const at = visibleFrom ? momentInFull(lang, visibleFrom) : '';
  return (
    <p class="standing">
      <strong class={whyUnseen ? 'unseen-now' : 'seen-now'}>{texts.states[state]}.</strong>{' '}
      {whyUnseen ? fill(texts.unseen[whyUnseen], { at }) : texts.seen}
      {!whyUnseen && (
        <>
          {' '}
          <a href={addressIn(lang, `/appeals/${card.number}?as=everyone`)} target="_blank" rel="noopener">
            {texts.page}
            <span class="unseen"> ({texts.newTab})</span>
          </a>
        </>
      )}
    </p>
  );
};

/** «Що бачать усі»: how much of a case is open to everybody, how much may be, and for those who publish the way to change it. */
export const PublicationPart = ({
  card,
  arrived,
}: {
  card: CaseCard;
  arrived: (card: CaseCard, isMoved: boolean) => void;
}): JSX.Element => {
  const { words, catalogue, drafts } = useDesk();
  const { publication: texts, moves } = words;
  const mover = useMove(arrived);
  const [open, setOpen] = useState<'publish' | 'hide' | null>(drafts.of(publicationDraft(card.id)) ? 'publish' : null);
  const [isWished, setWished] = useState(false);
  const part = useRef<HTMLDivElement>(null);
  const category = categoryOf(catalogue.categories, card.categoryCode);
  const { publication, can } = card;

  const turnTo = (next: typeof open): void => {
    mover.refuse(null);
    setWished(next !== null);
    setOpen(next);
    if (next === null) part.current?.focus();
  };
  const done = (): void => {
    setOpen(null);
    part.current?.focus();
  };
  const isPublished = publication.state !== 'none';
  const ways = { card, mover, done, fold: () => turnTo(null) };
  return (
    <Part title={texts.title}>
      <div ref={part} class="publication" tabIndex={-1}>
        <Standing card={card} />
        <p class="hint">
          {texts.allowance[allowanceOf(card, category)]}{' '}
          {can.publish && publication.suggestion === 'none' && publication.ceiling !== 'none' && texts.advice}
        </p>
        <p class="said" role="status">
          {mover.done && moves.done[mover.done]}
        </p>
        {mover.trouble && (
          <p class="error" role="alert">
            {mover.trouble.message}
          </p>
        )}
        {open === 'publish' && can.publish && <PublicationForm key={card.version} isWished={isWished} {...ways} />}
        {open === 'hide' && can.hide && <HideForm {...ways} />}
        {open === null && (
          <p class="actions">
            {can.publish && choicesOf(card).length > 0 && (
              <button type="button" class="button secondary" onClick={() => turnTo('publish')}>
                {isPublished ? texts.change : texts.begin}
              </button>
            )}
            {can.hide && isPublished && (
              <button type="button" class="button secondary" onClick={() => turnTo('hide')}>
                {texts.hide}
              </button>
            )}
          </p>
        )}
      </div>
    </Part>
  );
};
