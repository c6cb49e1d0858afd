import type { JSX } from 'preact';
import type { BulkRefusal } from '#shared/contract/bulk.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';

/** The cases that were or will be left as they are, each with the reason; nothing where there is none. */
export const Refusals = ({ refused }: { refused: readonly BulkRefusal[] }): JSX.Element | null => {
  const { bulk: texts } = useDesk().words;
  if (refused.length === 0) return null;
  return (
    <div class="bulk-refused">
      <p>{texts.refused}</p>
      <ul>
        {refused.map(({ id, number, code }) => (
          <li key={id}>
            {number ? <Link to={{ page: 'cases', caseId: id }}>{spacedNumber(number)}</Link> : texts.hidden}:{' '}
            {texts.why[code] ?? texts.whyOther}
          </li>
        ))}
      </ul>
    </div>
  );
};
