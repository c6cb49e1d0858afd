import type { ComponentChildren, JSX } from 'preact';
import { SubmitButton } from '#client/views/forms/submit-button.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { PetitionStatus } from '#shared/domain/petition-workflow.ts';
import { dateInFull, dayInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { MyPetitionsTexts } from '#shared/texts/uk/my-petitions.ts';

/** A petition in one's own list. */
interface Listed {
  number: number;
  title: string;
  status: PetitionStatus;
}
/** The petitions that one wrote and those one signed; null where the proved contact shows none of that kind. */
export interface MyPetitionsProps {
  written: (Listed & { dueOn: string | null; hasSuggestions: boolean })[] | null;
  signed: (Listed & { signedAt: string; newsBy: 'phone' | 'email' | null; mayWithdraw: boolean })[] | null;
  notice?: string | undefined;
  lang: Lang;
  texts: MyPetitionsTexts;
}
const Card = ({
  one,
  lang,
  texts,
  children,
}: {
  one: Listed;
  lang: Lang;
  texts: MyPetitionsTexts;
  children: ComponentChildren;
}) => (
  <li class="card">
    <h3>
      <a href={addressIn(lang, `/petitions/${one.number}`)} lang="uk">
        {one.title}
      </a>
    </h3>
    <p>
      № {one.number} · {texts.states[one.status]}
    </p>
    {children}
  </li>
);
type Signed = NonNullable<MyPetitionsProps['signed']>[number];
const SignedCard = ({ one, lang, texts }: { one: Signed; lang: Lang; texts: MyPetitionsTexts }): JSX.Element => {
  const number = <input type="hidden" name="number" value={one.number} />;
  return (
    <Card one={one} lang={lang} texts={texts}>
      <p class="hint">{fill(texts.signedOn, { date: dayInFull(lang, new Date(one.signedAt)) })}</p>
      {one.newsBy && (
        <form method="post" action={addressIn(lang, '/my/petitions/news')}>
          <p>{texts.newsOn[one.newsBy]}</p>
          {number}
          <SubmitButton kind="secondary">{texts.newsEnd[one.newsBy]}</SubmitButton>
        </form>
      )}
      {one.mayWithdraw && (
        <details>
          <summary>{texts.withdraw}</summary>
          <p>{texts.withdrawSure}</p>
          <form method="post" action={addressIn(lang, '/my/petitions/withdraw')}>
            {number}
            <SubmitButton kind="secondary">{texts.withdraw}</SubmitButton>
          </form>
        </details>
      )}
    </Card>
  );
};
const Part = ({
  id,
  title,
  not,
  cards,
  none,
}: {
  id: string;
  title: string;
  not: string;
  cards: JSX.Element[] | null;
  none: string;
}) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {cards === null && <p class="hint">{not}</p>}
    {cards?.length === 0 && <p>{none}</p>}
    {cards && cards.length > 0 && <ul class="cards">{cards}</ul>}
  </section>
);

/** One's own petitions, with what can be done about them. */
export const MyPetitionsPage = ({ written, signed, notice, lang, texts }: MyPetitionsProps): JSX.Element => {
  const words = { lang, texts };
  const authored = written?.map((one) => (
    <Card key={one.number} one={one} {...words}>
      {one.status === 'submitted' && (
        <>
          {one.dueOn && <p class="hint">{fill(texts.checkedBy, { date: dateInFull(lang, one.dueOn) })}</p>}
          {one.hasSuggestions && <p>{texts.hasSuggestions}</p>}
          <p>
            <a href={addressIn(lang, `/my/petitions/${one.number}`)}>{texts.edit}</a>
          </p>
        </>
      )}
    </Card>
  ));
  return (
    <div class="column">
      {notice && (
        <p class="callout done" role="status" tabIndex={-1} data-focus="">
          {notice}
        </p>
      )}
      <p class="back">
        <a href={addressIn(lang, '/my')}>{texts.back}</a>
      </p>
      <h1>{texts.title}</h1>
      <Part id="written" title={texts.written} not={texts.writtenNot} none={texts.none} cards={authored ?? null} />
      <Part
        id="signed"
        title={texts.signed}
        not={texts.signedNot}
        none={texts.none}
        cards={signed?.map((one) => <SignedCard key={one.number} one={one} {...words} />) ?? null}
      />
    </div>
  );
};
