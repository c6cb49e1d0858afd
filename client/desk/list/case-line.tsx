import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { CaseRow } from '#shared/contract/register.ts';
import { legalDateIn } from '#shared/domain/legal-clock/kyiv-time.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { categoryName, channelWord, departmentName, placeWords, statusWord } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { PriorityMark } from '../priority-mark.tsx';
import { shortDate } from '../short-date.ts';
import { DueMark } from './due-mark.tsx';
import type { Selection } from './use-selection.ts';

/** One case of the list. Its number is the link, and the whole line takes a press of the mouse. */
export const CaseLine = ({
  row,
  isOpen,
  isMoved,
  isStop,
  focused,
  selection,
}: {
  row: CaseRow;
  isOpen: boolean;
  isMoved: boolean;
  /** Whether the Tab key stops here: at one line of the list alone. */
  isStop: boolean;
  focused: (caseId: string) => void;
  selection: Selection | null;
}): JSX.Element => {
  const { lang, words, catalogue, today } = useDesk();
  const { desk } = words;
  const none = <span class="muted">{desk.list.none}</span>;
  const received = legalDateIn(new Date(row.receivedAt));
  const category = categoryName(lang, catalogue.categories, row.categoryCode);
  const place = placeWords(row.place);
  return (
    <tr onFocusIn={() => focused(row.id)} class={[isOpen && 'open', isMoved && 'moved'].filter(Boolean).join(' ')}>
      {selection && (
        <td class="c-pick">
          <input
            type="checkbox"
            tabIndex={isStop ? 0 : -1}
            aria-label={fill(words.bulk.pick, { number: spacedNumber(row.number) })}
            checked={selection.has(row.id)}
            onChange={() => selection.toggle(row.id)}
          />
        </td>
      )}
      <th scope="row" class="c-number">
        <Link
          to={{ caseId: row.id }}
          data-case={row.id}
          tabIndex={isStop ? 0 : -1}
          aria-current={isOpen ? 'true' : undefined}
        >
          {spacedNumber(row.number)}
        </Link>
        <span class="under">
          <PriorityMark priority={row.priority} isBrief /> {place ? `${category} · ${place}` : category}
        </span>
      </th>
      <td class="c-index">{row.registrationIndex ?? none}</td>
      <td class="c-received">
        <time dateTime={received}>{shortDate(lang, received, today())}</time>
      </td>
      <td class="c-due">
        <DueMark dueOn={row.dueOn} />
      </td>
      <td class="c-category">
        <PriorityMark priority={row.priority} isBrief /> {category}
      </td>
      <td class="c-place">{place ?? none}</td>
      <td class="c-state">
        <span class={`state ${row.publicStatus}`}>
          <Icon of={row.publicStatus} />
          <span class="word">{statusWord(desk, row.status)}</span>
        </span>
      </td>
      <td class="c-department">{departmentName(lang, catalogue.departments, row.department) ?? none}</td>
      <td class="c-channel">{channelWord(desk, row.channel)}</td>
    </tr>
  );
};
