import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { type CaseCard, type LikeCase, readLikeCases } from '#shared/contract/register.ts';
import { legalDateIn } from '#shared/domain/legal-clock/kyiv-time.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, daysBetween } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { statusWord } from '../case-words.ts';
import { type Desk, useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { Part } from './part.tsx';

/** So many other people with the same text, beside this one, make it a mass appeal (масове). */
const FEWEST_OF_MASS = 2;

/** Why a case may be about the same, in words. */
export function reasonsOf(like: LikeCase, { lang, words, today }: Pick<Desk, 'lang' | 'words' | 'today'>): string {
  const { alike: texts } = words.notes;
  const { metres, isSamePeople, isTextAlike, isSameText, isSameCategory, found } = like;
  const days = daysBetween(legalDateIn(new Date(found.receivedAt)), today());
  return [
    isSamePeople && texts.people,
    metres !== null && (metres === 0 ? texts.here : fill(texts.metres, { n: metres })),
    isSameText ? texts.sameText : isTextAlike && texts.text,
    isSameCategory && texts.category,
    days <= 0 ? texts.today : plural(lang, days, texts.days),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Cases that may be about the same as this one; to merge them is for the person, in the move's own form. Nothing where there are none. */
export const LikeCases = ({
  card,
  merge,
}: {
  card: CaseCard;
  /** Opens the form of merging this case into the one of that number. */
  merge: (number: string) => void;
}): JSX.Element | null => {
  const desk = useDesk();
  const { lang, words } = desk;
  const { alike: texts } = words.notes;
  const [likes, setLikes] = useState<readonly LikeCase[]>([]);
  const { id, version } = card;
  useEffect(() => {
    let isLeft = false;
    // Nobody waits for it: where it does not come, the card is as good as without it.
    const come = call(readLikeCases, { params: { id } }).then(({ items }) => !isLeft && setLikes(items));
    void come.catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [id, version]);
  if (likes.length === 0) return null;
  const others = likes.filter(({ isSameText, isSamePeople }) => isSameText && !isSamePeople).length;
  return (
    <Part title={texts.title}>
      <p class="hint">{texts.lead}</p>
      {others >= FEWEST_OF_MASS && <p>{texts.mass}</p>}
      <ul class="like-cases">
        {likes.map((like) => {
          const { found, isSamePeople, isTextAlike, answeredOn, mayTakeIn } = like;
          const number = spacedNumber(found.number);
          return (
            <li key={found.id}>
              <p>
                <Link to={{ caseId: found.id }}>{number}</Link>{' '}
                <span class="muted">{statusWord(words.desk, found.status)}</span>
              </p>
              <p>{reasonsOf(like, desk)}</p>
              {isSamePeople && isTextAlike && answeredOn && (
                <p class="hint">{fill(texts.repeat, { date: dateInFull(lang, answeredOn) })}</p>
              )}
              {mayTakeIn && card.can.merge && (
                <button
                  type="button"
                  class="button secondary"
                  aria-label={fill(texts.mergeThis, { number })}
                  onClick={() => merge(found.number)}
                >
                  {texts.merge}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
};
