import type { JSX } from 'preact';
import { Field } from '#client/views/forms/field.tsx';
import { Select } from '#client/views/forms/select.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import { PETITION_GROUPS, PETITION_ORDERS, type PetitionQuery } from '#shared/contract/petitions.ts';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, plural } from '#shared/texts/plural.ts';
import { PageTurns } from './page-turns.tsx';
import { PetitionCard } from './petition-card.tsx';
import type { PetitionWords, ShownPetition } from './petition-words.ts';

/** What was asked for and what there is of it; `isTooLong` says that the words of the search were not looked for. */
export interface ListPageProps extends PetitionWords {
  asked: PetitionQuery;
  isTooLong: boolean;
  listed: readonly ShownPetition[];
  total: number;
  pages: number;
}
/** The address of the list for a question; what is usual is left out. */
function listAddress(lang: Lang, { group, order, q, page }: PetitionQuery): string {
  const said = new URLSearchParams({
    ...(group !== 'collecting' && { group }),
    ...(order !== 'new' && { order }),
    ...(q && { q }),
    ...(page > 1 && { page: String(page) }),
  }).toString();
  return `${addressIn(lang, '/petitions')}${said && `?${said}`}`;
}

const Tabs = ({ asked, lang, texts }: ListPageProps): JSX.Element => (
  <nav class="tabs" aria-label={texts.show}>
    <ul>
      {PETITION_GROUPS.map((group) => (
        <li key={group}>
          <a
            href={listAddress(lang, { ...asked, group, page: 1 })}
            aria-current={group === asked.group ? 'page' : undefined}
          >
            {texts.groups[group]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
const Search = ({ asked, isTooLong, lang, texts }: ListPageProps): JSX.Element => (
  <search>
    <form class="petition-search" method="get" action={addressIn(lang, '/petitions')} noValidate>
      {asked.group !== 'collecting' && <input type="hidden" name="group" value={asked.group} />}
      <Field
        name="q"
        type="search"
        label={texts.search}
        value={asked.q}
        error={isTooLong ? texts.searchTooLong : undefined}
        autocomplete="off"
        enterKeyHint="search"
        optional=""
      />
      <Select
        name="order"
        label={texts.order}
        value={asked.order}
        groups={[{ options: PETITION_ORDERS.map((value) => ({ value, label: texts.orders[value] })) }]}
        optional=""
      />
      <SubmitButton kind="secondary">{texts.searchButton}</SubmitButton>
    </form>
  </search>
);
const Nothing = ({ asked, total, lang, texts }: ListPageProps): JSX.Element => {
  const { group, q } = asked;
  if (total > 0)
    return (
      <p class="nothing">
        {texts.noSuchPage} <a href={listAddress(lang, { ...asked, page: 1 })}>{texts.firstPage}</a>
      </p>
    );
  return (
    <div class="nothing">
      <p>{q ? (group === 'all' ? texts.nothingFoundInAll : texts.nothingFound) : texts.none[group]}</p>
      {q && group !== 'all' && (
        <p>
          <a href={listAddress(lang, { ...asked, group: 'all', page: 1 })}>{texts.searchAll}</a>
        </p>
      )}
    </div>
  );
};

/** Petitions by their state, with a search among them and the way to write one. */
export const ListPage = (props: ListPageProps): JSX.Element => {
  const { asked, isTooLong, listed, total, pages, lang, texts } = props;
  return (
    <div class="wide petitions">
      <div class="petitions-head">
        <div>
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
        </div>
        <a class="button primary" href={addressIn(lang, '/petitions/new')}>
          {texts.write}
        </a>
      </div>
      <Tabs {...props} />
      <Search {...props} />
      {!isTooLong && (
        <section aria-labelledby="listed">
          <h2 id="listed" class="unseen">
            {texts.groups[asked.group]}
          </h2>
          <p class="hint" role="status">
            {total > 0 && plural(lang, total, texts.found)}
            {asked.q && (
              <>
                {total > 0 && '. '}
                {fill(texts.sought, { q: asked.q })}{' '}
                <a href={listAddress(lang, { ...asked, q: '', page: 1 })}>{texts.unsought}</a>
              </>
            )}
          </p>
          {listed.length === 0 ? (
            <Nothing {...props} />
          ) : (
            <ol class="petition-cards">
              {listed.map((one) => (
                <PetitionCard key={one.petition.number} {...one} lang={lang} texts={texts} />
              ))}
            </ol>
          )}
          <PageTurns
            page={asked.page}
            pages={listed.length > 0 ? pages : 1}
            addressOf={(page) => listAddress(lang, { ...asked, page })}
            lang={lang}
            texts={texts}
          />
        </section>
      )}
      <p class="petitions-foot">
        <a href="/petitions.rss" type="application/rss+xml">
          {texts.rss}
        </a>
      </p>
    </div>
  );
};
