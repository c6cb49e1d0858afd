import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';

/** A public state as icon and word, and the mark of a passed date beside it; colour only helps. */
export const StatusWord = ({
  status,
  isOverdue,
  texts,
}: {
  status: PublicStatus;
  isOverdue: boolean;
  texts: Pick<CaseTexts, 'statuses' | 'overdue'>;
}): JSX.Element => (
  <span class="states">
    <span class={`state ${status}`}>
      <Icon of={status} />
      {texts.statuses[status]}
    </span>
    {isOverdue && (
      <span class="state overdue">
        <Icon of="overdue" />
        {texts.overdue}
      </span>
    )}
  </span>
);
