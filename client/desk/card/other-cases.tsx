import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { call } from '#client/platform/api.ts';
import { type CaseRow, readOtherCases } from '#shared/contract/register.ts';
import { legalDateIn } from '#shared/domain/legal-clock/kyiv-time.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { categoryName, statusWord } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { shortDate } from '../short-date.ts';
import { Part } from './part.tsx';

/** Other cases with the contacts of those who brought this one; nothing where there are none, or they may not be seen. */
export const OtherCases = ({ caseId }: { caseId: string }): JSX.Element | null => {
  const { lang, words, catalogue, today } = useDesk();
  const [others, setOthers] = useState<readonly CaseRow[]>([]);
  useEffect(() => {
    let isLeft = false;
    // Nobody waits for it: where it does not come, the card is as good as without it.
    const come = call(readOtherCases, { params: { id: caseId } }).then(({ items }) => !isLeft && setOthers(items));
    void come.catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [caseId]);
  if (others.length === 0) return null;
  return (
    <Part title={words.standing.others}>
      <ul class="other-cases">
        {others.map((other) => (
          <li key={other.id}>
            <Link to={{ caseId: other.id }}>{spacedNumber(other.number)}</Link>{' '}
            <span class="muted">
              {shortDate(lang, legalDateIn(new Date(other.receivedAt)), today())},{' '}
              {categoryName(lang, catalogue.categories, other.categoryCode)}, {statusWord(words.desk, other.status)}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
};
