import type { JSX } from 'preact';
import type { FiledAppeal } from '#shared/contract/appeals.ts';
import { dashedCode, spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';

/** What the operator reads aloud: number, code and date, in letters that can be read from an arm's length. */
export const Receipt = ({ filed, again }: { filed: FiledAppeal; again: () => void }): JSX.Element => {
  const { lang, words } = useDesk();
  const { intake: texts, desk } = words;
  return (
    <div class="read-aloud">
      <h2 id="intake-title" tabIndex={-1}>
        {texts.received}
      </h2>
      <p>{texts.readAloud}</p>
      <dl>
        <div>
          <dt>{texts.number}</dt>
          <dd class="number">{spacedNumber(filed.number)}</dd>
        </div>
        <div>
          <dt>{texts.due}</dt>
          <dd>{filed.dueOn ? dateInFull(lang, filed.dueOn) : desk.due.none}</dd>
        </div>
        <div>
          <dt>{texts.accessCode}</dt>
          <dd class="code" lang="en">
            {dashedCode(filed.accessCode)}
          </dd>
        </div>
      </dl>
      <p class="hint">{texts.accessCodeWhy}</p>
      <p class="actions">
        <Link class="button primary" to={{ page: 'cases', caseId: filed.id }}>
          {texts.open}
        </Link>
        <button type="button" class="button secondary" onClick={again}>
          {texts.another}
        </button>
        <Link class="button quiet" to={{ page: 'cases' }}>
          {texts.back}
        </Link>
      </p>
    </div>
  );
};
