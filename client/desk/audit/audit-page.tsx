import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { AUDIT_AREAS, type AuditEntry } from '#shared/contract/audit.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { phrase } from '../case-words.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { More } from '../more.tsx';
import { PageHead } from '../page-head.tsx';
import { Retry } from '../retry.tsx';
import { aboutEntry } from './entry-words.ts';
import { type AuditChoice, useAudit } from './use-audit.ts';

const COLUMNS = ['at', 'actor', 'what', 'about'] as const;

const Entry = ({ entry }: { entry: AuditEntry }): JSX.Element => {
  const { lang, words } = useDesk();
  const { audit: texts } = words;
  return (
    <tr>
      <th scope="row">
        <time dateTime={entry.at}>{momentInFull(lang, entry.at)}</time>
      </th>
      <td>
        {entry.actor && (entry.actor.name ?? texts.gone)}
        {entry.inPlaceOf && (
          <span class="muted">{fill(words.delegations.inPlaceOf, { name: entry.inPlaceOf.name ?? texts.gone })}</span>
        )}
      </td>
      <td>{phrase(texts.kinds, entry.kind)}</td>
      <td>{aboutEntry(entry, lang, texts)}</td>
    </tr>
  );
};
const Narrowing = ({
  choice,
  choose,
  errors,
}: {
  choice: AuditChoice;
  choose: (choice: AuditChoice) => void;
  errors: Readonly<Record<string, string>>;
}): JSX.Element => {
  const { audit: texts } = useDesk().words;
  const { fields } = texts;
  const options = AUDIT_AREAS.map((value) => ({ value, label: texts.areas[value] }));
  return (
    <form
      class="audit-bar"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        choose(Object.fromEntries(new FormData(event.currentTarget)) as unknown as AuditChoice);
      }}
    >
      <Select name="area" label={fields.area} prompt={texts.any} groups={[{ options }]} value={choice.area} />
      <Field name="number" inputMode="numeric" label={fields.number} value={choice.number} error={errors.number} />
      <Field name="from" type="date" label={fields.from} value={choice.from} error={errors.from} />
      <Field name="to" type="date" label={fields.to} value={choice.to} error={errors.to} />
      <button type="submit" class="button primary">
        {texts.apply}
      </button>
    </form>
  );
};

/** The access log, for whoever watches over personal data and accounts. */
export const AuditPage = (): JSX.Element => {
  const { words } = useDesk();
  const { audit: texts } = words;
  const [choice, choose] = useState<AuditChoice>({ area: '', number: '', from: '', to: '' });
  const { read, trouble, isLoading, again, more } = useAudit(choice);
  return (
    <section class="intake publicity staff audit" aria-labelledby="audit-title" aria-busy={isLoading}>
      <PageHead id="audit-title" title={texts.title} lead={texts.lead} />
      <Narrowing choice={choice} choose={choose} errors={trouble?.fields ?? {}} />
      {trouble && <Retry words={trouble.message} again={again} />}
      {isLoading && !read && (
        <p class="quiet loading" role="status">
          {texts.loading}
        </p>
      )}
      {read?.items.length === 0 && <p class="quiet empty">{texts.empty}</p>}
      {read && read.items.length > 0 && (
        <table class="switches">
          <caption class="unseen">{texts.title}</caption>
          <ColumnHeads of={COLUMNS} words={texts.columns} />
          <tbody>
            {read.items.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {read?.next && <More {...{ isLoading, more, texts }} />}
    </section>
  );
};
