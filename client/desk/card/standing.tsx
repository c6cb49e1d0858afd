import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, momentInFull } from '#shared/texts/dates.ts';
import { departmentName } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { Fact, Part } from './part.tsx';

/** How far the case has come: who does it, what it waits for, what was promised, and which other cases belong to it. */
export const Standing = ({ card }: { card: CaseCard }): JSX.Element | null => {
  const { lang, words, catalogue } = useDesk();
  const { labels, roles, links, procedures, controls } = words.standing;
  const { executors, awaitingApplicantSince, promise, procedure, extendedFrom, control } = card;
  const isPlain =
    executors.length < 2 && !awaitingApplicantSince && !promise && procedure === 'appeal' && !extendedFrom;
  if (isPlain && card.links.length === 0 && control?.kind !== 'special') return null;
  return (
    <Part title={words.standing.title}>
      <dl class="facts">
        {executors.length > 1 && (
          <Fact name={labels.executors}>
            {executors.map(({ departmentId, role, dueOn }) => (
              <span key={departmentId} class="line">
                {departmentName(lang, catalogue.departments, { id: departmentId, name: '' })}, {roles[role]}
                {dueOn && `, ${dateInFull(lang, dueOn)}`}
              </span>
            ))}
          </Fact>
        )}
        <Fact name={labels.awaiting}>{awaitingApplicantSince && momentInFull(lang, awaitingApplicantSince)}</Fact>
        <Fact name={labels.extendedFrom}>{extendedFrom && dateInFull(lang, extendedFrom)}</Fact>
        <Fact name={labels.promise}>{promise && dateInFull(lang, promise.on)}</Fact>
        <Fact name={labels.promiseKept}>{promise?.keptOn && dateInFull(lang, promise.keptOn)}</Fact>
        <Fact name={labels.procedure}>{procedure === 'admin' && procedures.admin}</Fact>
        <Fact name={labels.control}>{control?.kind === 'special' && !control.removedAt && controls.special}</Fact>
        {card.links.map(({ kind, direction, id, number }) => (
          <Fact key={`${kind} ${id}`} name={links[`${kind}-${direction}`]}>
            <Link to={{ caseId: id }}>{spacedNumber(number)}</Link>
          </Fact>
        ))}
      </dl>
    </Part>
  );
};
