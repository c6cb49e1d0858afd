import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from '#client/views/forms/field.tsx';
import { RadioGroup } from '#client/views/forms/radio-group.tsx';
import { type FoundPart, SEARCHED_BY, searchPeople } from '#shared/contract/person-search.ts';
import { legalDateIn } from '#shared/domain/legal-clock/kyiv-time.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { plural } from '#shared/texts/plural.ts';
import { categoryName, statusWord } from '../case-words.ts';
import { ColumnHeads } from '../column-heads.tsx';
import { useDesk } from '../desk-context.ts';
import { useDraft } from '../form/use-draft.ts';
import { useSending } from '../form/use-sending.ts';
import { Link } from '../link.tsx';
import { PageHead } from '../page-head.tsx';
import { shortDate } from '../short-date.ts';

/** The register gives no more at once. */
const MOST = 50;
const COLUMNS = ['name', 'role', 'number', 'category', 'received', 'state'] as const;

const Line = ({ part: { name, role, found } }: { part: FoundPart }): JSX.Element => {
  const { lang, words, catalogue, today } = useDesk();
  const received = legalDateIn(new Date(found.receivedAt));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{words.desk.card.roles[role]}</td>
      <td>
        <Link to={{ page: 'cases', view: 'open', filters: {}, caseId: found.id }}>{spacedNumber(found.number)}</Link>
      </td>
      <td>{categoryName(lang, catalogue.categories, found.categoryCode)}</td>
      <td>
        <time dateTime={received}>{shortDate(lang, received, today())}</time>
      </td>
      <td>{statusWord(words.desk, found.status)}</td>
    </tr>
  );
};

/** Looks for people by what they left, for whoever may: what is typed stays on the page and in no address. */
export const PeoplePage = (): JSX.Element => {
  const { lang, words, ask } = useDesk();
  const { people: texts } = words;
  const draft = useDraft(null, { by: 'phone' });
  const { send, isSending, refused } = useSending();
  const [parts, setParts] = useState<readonly FoundPart[] | null>(null);
  const by = SEARCHED_BY.find((each) => each === draft.values.by) ?? 'phone';
  const search = async (): Promise<void> => {
    const found = await send(() => ask(searchPeople, { body: { by, said: draft.values.said ?? '' } }));
    setParts(found?.items ?? null);
  };
  return (
    <section class="intake publicity staff people" aria-labelledby="people-title">
      <PageHead id="people-title" title={texts.title} lead={texts.lead} />
      <form
        noValidate
        autocomplete="off"
        onInput={draft.onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        <RadioGroup
          name="by"
          label={texts.by}
          choices={SEARCHED_BY.map((value) => ({ value, label: texts.kinds[value] }))}
          value={by}
        />
        <Field
          name="said"
          label={texts.said}
          hint={texts.hints[by]}
          value={draft.values.said}
          error={refused?.fields.said}
          maxLength={100}
          width="half"
        />
        {refused && !refused.fields.said && (
          <p class="error" role="alert">
            {refused.message}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="button primary" aria-busy={isSending}>
            {isSending ? texts.searching : texts.search}
          </button>
        </p>
      </form>
      <p class="said" role="status">
        {parts && (parts.length === 0 ? texts.none : plural(lang, parts.length, texts.count))}{' '}
        {parts && parts.length >= MOST && texts.most}
      </p>
      {parts && parts.length > 0 && (
        <table class="switches">
          <caption class="unseen">{texts.title}</caption>
          <ColumnHeads of={COLUMNS} words={texts.columns} />
          <tbody>
            {parts.map((part, at) => (
              <Line key={`${part.found.id} ${at}`} part={part} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
