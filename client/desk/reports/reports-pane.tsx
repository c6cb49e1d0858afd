import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Report } from '#shared/contract/moderation.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { Retry } from '../retry.tsx';
import type { ReportsState } from './use-reports.ts';

const ReportItem = ({ report, settle }: { report: Report; settle: () => void }): JSX.Element => {
  const { lang, words, address } = useDesk();
  const { reports: texts } = words.publicity;
  const { kind, text, contact, at, caseId } = report;
  const when = momentInFull(lang, at);
  return (
    <li class={address.caseId === caseId ? 'report open' : 'report'}>
      <h3>{texts.kinds[kind]}</h3>
      <p>
        <time class="muted" dateTime={at}>
          {when}
        </time>
      </p>
      <p class="words">{text}</p>
      <p class="muted">{contact ? fill(texts.contact, { contact }) : texts.contactNone}</p>
      <p class="actions">
        <Link
          class="button secondary"
          to={{ page: 'reports', caseId }}
          data-case={caseId}
          aria-label={fill(texts.openThis, { at: when })}
        >
          {texts.open}
        </Link>
        <button
          type="button"
          class="button secondary"
          aria-label={fill(texts.settleThis, { at: when })}
          onClick={settle}
        >
          {texts.settle}
        </button>
      </p>
    </li>
  );
};

/** The middle of the desk: what people reported of cases that everybody sees. A case opens beside its report. */
export const ReportsPane = ({ state }: { state: ReportsState }): JSX.Element => {
  const { lang, words } = useDesk();
  const { reports: texts } = words.publicity;
  const { reports, trouble, settled, load, settle } = state;
  const said = useRef<HTMLParagraphElement>(null);
  // The button of a report that is looked into is gone with it, so the focus goes where that is said.
  useLayoutEffect(() => {
    if (settled) said.current?.focus();
  }, [settled]);
  return (
    <section class="list" tabIndex={-1} aria-labelledby="list-title">
      <header class="list-head">
        <h2 id="list-title">{texts.title}</h2>
        <p class="hint">{reports && plural(lang, reports.length, texts.count)}</p>
      </header>
      <div class="lines reports">
        <p class="hint">{texts.lead}</p>
        <p class="said" role="status" tabIndex={-1} ref={said}>
          {settled && (settled === 'now' ? texts.settled : texts.settledBefore)}
        </p>
        {trouble && <Retry words={trouble.message} again={load} />}
        {!reports && !trouble && (
          <p class="quiet loading" role="status">
            {texts.loading}
          </p>
        )}
        {reports?.length === 0 && <p class="quiet empty">{texts.none}</p>}
        <ul>
          {reports?.map((report) => (
            <ReportItem key={report.id} report={report} settle={() => settle(report)} />
          ))}
        </ul>
      </div>
    </section>
  );
};
