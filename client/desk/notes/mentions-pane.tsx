import type { JSX } from 'preact';
import { Icon } from '#client/views/icon.tsx';
import type { Mention } from '#shared/contract/notes.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural } from '#shared/texts/plural.ts';
import { categoryName } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { More } from '../more.tsx';
import { Retry } from '../retry.tsx';
import type { MentionsState } from './use-mentions.ts';

const MentionItem = ({ mention }: { mention: Mention }): JSX.Element => {
  const { lang, words, address, catalogue } = useDesk();
  const { notes: texts } = words;
  const { caseId, number, categoryCode, by, at, text, isRead } = mention;
  const state = isRead ? 'read' : 'unread';
  return (
    <li class={['report', 'mentioned', state, address.caseId === caseId && 'open'].filter(Boolean).join(' ')}>
      <h3>
        <Link to={{ page: 'mentions', caseId }} data-case={caseId}>
          {fill(texts.mentions.open, { number: spacedNumber(number) })}
        </Link>{' '}
        <span class="state-of-reading">{texts.mentions[state]}</span>
      </h3>
      <p class="muted">
        {by.name}, <time dateTime={at}>{momentInFull(lang, at)}</time>.{' '}
        {categoryName(lang, catalogue.categories, categoryCode)}
      </p>
      <p class="note words" lang="uk">
        <Icon of="lock" />
        <span>{text ?? texts.withdrawn}</span>
      </p>
    </li>
  );
};

/** The middle of the desk: notes in which colleagues named this person. A case opens beside them. */
export const MentionsPane = ({ state }: { state: MentionsState }): JSX.Element => {
  const { lang, words } = useDesk();
  const { mentions: texts } = words.notes;
  const { items, unread, next, isLoading, trouble, load, more } = state;
  return (
    <section class="list" tabIndex={-1} aria-labelledby="list-title">
      <header class="list-head">
        <h2 id="list-title">{texts.title}</h2>
        <p class="hint" role="status">
          {unread === null
            ? ''
            : unread === 0
              ? items?.length
                ? texts.allRead
                : ''
              : plural(lang, unread, texts.unreadCount)}
        </p>
      </header>
      <div class="lines reports">
        <p class="hint">{texts.lead}</p>
        {trouble && <Retry words={trouble.message} again={load} />}
        {!items && !trouble && (
          <p class="quiet loading" role="status">
            {texts.loading}
          </p>
        )}
        {items?.length === 0 && <p class="quiet empty">{texts.none}</p>}
        <ul>
          {items?.map((mention) => (
            <MentionItem key={mention.id} mention={mention} />
          ))}
        </ul>
        {next && !trouble && <More {...{ isLoading, more, texts }} />}
      </div>
    </section>
  );
};
