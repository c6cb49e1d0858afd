import type { JSX } from 'preact';
import { addressIn } from '#client/views/layout.tsx';
import type { RuleTrial } from '#shared/contract/routing.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';
import { categoryName } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { percentOf, type Rule, unitName } from './rule-words.ts';

/** Less than this many of a hundred is told to be too little. */
const LOW_PERCENT = 50;

const Went = ({ rule, trial }: { rule: Rule; trial: RuleTrial }): JSX.Element => {
  const desk = useDesk();
  const { trial: texts } = desk.words.routing;
  return (
    <table class="switches">
      <caption>{texts.went}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.department}</th>
          <th scope="col">{texts.count}</th>
        </tr>
      </thead>
      <tbody>
        {trial.rule.went.map(({ departmentId, count }) => (
          <tr key={departmentId}>
            <th scope="row">
              {unitName(desk, departmentId)}
              {departmentId === rule.departmentId && <span class="muted">{texts.same}</span>}
            </th>
            <td>{spacedCount(desk.lang, count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
const Differences = ({ trial, total }: { trial: RuleTrial; total: number }): JSX.Element => {
  const desk = useDesk();
  const { lang, me, catalogue } = desk;
  const { trial: texts } = desk.words.routing;
  const { differences } = trial.rule;
  const mayOpen = me.permissions.includes('case.readAny');
  return (
    <>
      {differences.length < total && (
        <p class="hint">{fill(texts.firstOnly, { n: differences.length, total: spacedCount(lang, total) })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys */}
      <section class="trial-differences" tabIndex={0} aria-label={texts.differences}>
        <table class="switches">
          <caption>{texts.differences}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.case}</th>
              <th scope="col">{texts.topic}</th>
              <th scope="col">{texts.inFact}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ caseId, number, index, categoryCode, departmentId }) => (
              <tr key={caseId}>
                <th scope="row">
                  {mayOpen ? (
                    <a href={addressIn(lang, `/desk/cases/${caseId}`)} target="_blank" rel="noreferrer">
                      {index ?? spacedNumber(number)}
                    </a>
                  ) : (
                    (index ?? spacedNumber(number))
                  )}
                </th>
                <td>{categoryName(lang, catalogue.categories, categoryCode)}</td>
                <td>{unitName(desk, departmentId)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
};
/** What a rule would have done to past cases, and how that agrees with what people did. */
export const TrialResult = ({ rule, trial }: { rule: Rule; trial: RuleTrial }): JSX.Element => {
  const { lang, words } = useDesk();
  const { trial: texts } = words.routing;
  const { takes, agreed, unassigned, takenBefore, skipped } = trial.rule;
  const assigned = takes - unassigned;
  const percent = percentOf(agreed, assigned);
  const ofSet = percentOf(trial.set.agreed, trial.set.takes - trial.set.unassigned);
  const rest = [
    [texts.unassigned, unassigned],
    [texts.takenBefore, takenBefore],
    [texts.skipped, skipped],
  ] as const;
  return (
    <>
      <div role="status">
        <p>
          {plural(lang, trial.looked, texts.looked)}{' '}
          {trial.looked < trial.total && fill(texts.capped, { total: spacedCount(lang, trial.total) })}
        </p>
        <p>
          <strong>{takes === 0 ? texts.takesNone : plural(lang, takes, texts.takes)}</strong>{' '}
          {percent !== null && (
            <>
              <strong>{fill(texts.agreement, { percent })}</strong>{' '}
              {fill(texts.agreementHow, { agreed: spacedCount(lang, agreed), assigned: spacedCount(lang, assigned) })}
            </>
          )}
          {percent === null && takes > 0 && texts.noAgreement}
        </p>
        {percent !== null && percent < LOW_PERCENT && <p class="trial-low">{texts.low}</p>}
      </div>
      <ul class="trial-rest">
        {rest.map(([text, n]) => n > 0 && <li key={text}>{fill(text, { n: spacedCount(lang, n) })}</li>)}
        <li>
          {fill(texts.set, { takes: spacedCount(lang, trial.set.takes) })}{' '}
          {ofSet !== null && fill(texts.setAgreement, { percent: ofSet })}
        </li>
      </ul>
      {trial.rule.went.length > 0 && <Went rule={rule} trial={trial} />}
      {trial.rule.differences.length > 0 && <Differences trial={trial} total={assigned - agreed} />}
    </>
  );
};
