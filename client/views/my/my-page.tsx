import type { JSX } from 'preact';
import { DueLine } from '#client/views/cases/due-line.tsx';
import { StatusWord } from '#client/views/cases/status-word.tsx';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { AppealView } from '#shared/contract/appeals.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dayInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { MyTexts } from '#shared/texts/uk/my.ts';
import type { MyMessagesTexts } from '#shared/texts/uk/my-messages.ts';
import type { MyPetitionsTexts } from '#shared/texts/uk/my-petitions.ts';

/** What a list tells of a case: nothing of its text or place. */
type MyCase = Pick<AppealView, 'id' | 'number' | 'status' | 'isOverdue' | 'receivedAt' | 'dueOn' | 'answeredOn'>;
/** One's own cases. A phone's cases can be detached from it, opened ones only looked at. */
export interface MyPageProps {
  items: readonly MyCase[];
  /** `phone` lists the cases of a proved number, `code` the ones opened by their codes. */
  by: 'phone' | 'code';
  /** Ids of the cases that can be detached: those that the proved phone was left with. */
  ofPhone: ReadonlySet<string>;
  /** Said on top, once: what has just been done. */
  notice?: string | undefined;
  today: string;
  lang: Lang;
  texts: MyTexts;
  messages: MyMessagesTexts;
  petitions: MyPetitionsTexts;
  cases: CaseTexts;
}
const CaseCard = ({ item, props }: { item: MyCase; props: MyPageProps }): JSX.Element => {
  const { ofPhone, today, lang, texts, cases } = props;
  return (
    <li class="card">
      <h3>
        <a href={addressIn(lang, `/appeals/${item.number}`)}>
          {fill(cases.title, { number: spacedNumber(item.number) })}
        </a>
      </h3>
      <StatusWord status={item.status} isOverdue={item.isOverdue} texts={cases} />
      <DueLine {...item} today={today} lang={lang} texts={cases} />
      <p class="hint">{fill(texts.received, { date: dayInFull(lang, new Date(item.receivedAt)) })}</p>
      {ofPhone.has(item.id) && (
        <details>
          <summary>{texts.notMine}</summary>
          <p>{texts.notMineSure}</p>
          <form method="post" action={addressIn(lang, '/my/detach')}>
            <input type="hidden" name="number" value={item.number} />
            <SubmitButton kind="secondary">{texts.notMineDo}</SubmitButton>
          </form>
        </details>
      )}
    </li>
  );
};

/** The list of one's own cases: numbers, states and dates. */
export const MyPage = (props: MyPageProps): JSX.Element => {
  const { items, by, notice, lang, texts, messages, petitions } = props;
  return (
    <div class="column">
      {notice && (
        <p class="callout done" role="status" tabIndex={-1} data-focus="">
          {notice}
        </p>
      )}
      <h1>{texts.title}</h1>
      {items.length === 0 ? (
        <>
          <p class="lead">{texts.none}</p>
          <p class="actions">
            <a class="button primary" href={addressIn(lang, '/appeals/new')}>
              {texts.write}
            </a>
          </p>
        </>
      ) : (
        <section aria-labelledby="list">
          <h2 id="list">{by === 'phone' ? texts.list : texts.opened}</h2>
          {by === 'phone' && <p>{texts.listWhy}</p>}
          <ul class="cards">
            {items.map((item) => (
              <CaseCard key={item.id} item={item} props={props} />
            ))}
          </ul>
        </section>
      )}
      {by === 'phone' && (
        <section aria-labelledby="messages">
          <h2 id="messages">{messages.title}</h2>
          <p>{messages.openHint}</p>
          <p class="actions">
            <a class="button secondary" href={addressIn(lang, '/my/messages')}>
              {messages.open}
            </a>
          </p>
        </section>
      )}
      {by === 'phone' && (
        <section aria-labelledby="petitions">
          <h2 id="petitions">{petitions.title}</h2>
          <p>{petitions.openHint}</p>
          <p class="actions">
            <a class="button secondary" href={addressIn(lang, '/my/petitions')}>
              {petitions.open}
            </a>
          </p>
        </section>
      )}
      <form method="post" action={addressIn(lang, '/my/sign-out')} class="sign-out">
        <SubmitButton kind="secondary">{texts.signOut}</SubmitButton>
        <p class="hint">{texts.signOutWhy}</p>
      </form>
    </div>
  );
};
