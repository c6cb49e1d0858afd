import type { JSX } from 'preact';
import type { CaseRow } from '#shared/contract/register.ts';
import { useDesk } from './desk-context.ts';

/** Says that a case goes before others (Law 393/96-ВР, arts. 14-16, 20), in a list in one word; nothing for the rest. */
export const PriorityMark = ({
  priority,
  isBrief = false,
}: Pick<CaseRow, 'priority'> & { isBrief?: boolean }): JSX.Element | null => {
  const { priorities, prioritiesBriefly } = useDesk().words.desk;
  if (priority === 'none') return null;
  return <span class="priority">{(isBrief ? prioritiesBriefly : priorities)[priority]}</span>;
};
