import type { JSX } from 'preact';
import { Island } from '#client/views/island.tsx';
import { addressIn } from '#client/views/layout.tsx';
import type { AppealOfPetition } from '#shared/contract/petitions.ts';
import { dateInFull, dayInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import { BecameAppeal } from './became-appeal.tsx';
import { CollectedBy } from './collected-by.tsx';
import { Course, type CourseStep } from './course.tsx';
import { PetitionAnswer } from './petition-answer.tsx';
import { PetitionCount } from './petition-count.tsx';
import { PetitionState } from './petition-state.tsx';
import { PetitionWhen } from './petition-when.tsx';
import type { PetitionWords, ShownPetition } from './petition-words.ts';
import { type Shared, ShareLinks } from './share-links.tsx';
import { type ChartDay, SignatureChart } from './signature-chart.tsx';
import { VerifyPart } from './verify-part.tsx';

/** A published petition with its way by law and its signatures by day. */
export interface PetitionPageProps extends ShownPetition, PetitionWords {
  course: readonly CourseStep[];
  /** The appeal that it became, as far as everybody may see that case. */
  appeal: AppealOfPetition | null;
  cases: CaseTexts;
  days: readonly ChartDay[];
  shared: Shared;
  /** What the law says, with the numbers in force. */
  law: string;
  /** Whether those who signed may take their signature back. */
  isWithdrawable: boolean;
  /** Whether a code in a text is enough to sign it. */
  isSignedBySms: boolean;
}
const SignLink = ({ petition: { number }, lang, texts }: PetitionPageProps): JSX.Element => (
  <a class="button primary" href={addressIn(lang, `/petitions/${number}/sign`)}>
    {texts.sign}
  </a>
);
const Signatures = (props: PetitionPageProps): JSX.Element => {
  const { petition, isOpen, isWithdrawable, isSignedBySms, lang, texts } = props;
  return (
    <section class="petition-side" aria-label={texts.part}>
      <PetitionCount petition={petition} isOpen={isOpen} lang={lang} texts={texts} />
      <CollectedBy petition={petition} texts={texts} />
      <PetitionWhen {...props} />
      {isOpen && (
        <>
          <SignLink {...props} />
          <p class="hint on-screen">{isSignedBySms ? texts.signHint : texts.signHintEid}</p>
        </>
      )}
      {!petition.collectedBy && (
        <p class="on-screen">
          <a href={addressIn(lang, `/petitions/${petition.number}/signers`)}>{texts.signers}</a>
        </p>
      )}
      {isWithdrawable && (
        <p class="on-screen">
          <a href={addressIn(lang, `/petitions/${petition.number}/withdraw`)}>{texts.withdraw}</a>
        </p>
      )}
    </section>
  );
};
/** For how long the association that collected the signatures says that it does; nothing where they are given here. */
const CollectionTerm = ({
  petition: { collectedBy, endsOn },
  lang,
  texts,
}: Pick<PetitionPageProps, 'petition'> & PetitionWords): JSX.Element | null =>
  collectedBy && (
    <div>
      <dt>{texts.collectedBy.term}</dt>
      <dd>
        {fill(texts.collectedBy.termDates, {
          from: dateInFull(lang, collectedBy.startedOn),
          to: dateInFull(lang, endsOn),
        })}
      </dd>
    </div>
  );
const Words = ({ petition, lang, texts }: PetitionPageProps): JSX.Element => (
  <>
    <section aria-labelledby="essence">
      <h2 id="essence">{texts.essence}</h2>
      <div class="words" lang="uk">
        {petition.essence}
      </div>
    </section>
    <section aria-labelledby="demand">
      <h2 id="demand">{texts.demand}</h2>
      <div class="words" lang="uk">
        {petition.demand}
      </div>
    </section>
    <dl class="facts">
      <div>
        <dt>{texts.author}</dt>
        <dd lang="uk">{petition.initiator}</dd>
      </div>
      <div>
        <dt>{texts.publishedOn}</dt>
        <dd>{dayInFull(lang, new Date(petition.publishedAt))}</dd>
      </div>
      <CollectionTerm petition={petition} lang={lang} texts={texts} />
    </dl>
  </>
);

/** The page of one petition: what it demands, how many signed it, what the council said, and how all of it can be checked. */
export const PetitionPage = (props: PetitionPageProps): JSX.Element => {
  const { petition, isOpen, today, course, days, shared, law, lang, texts } = props;
  const { number, title, answer } = petition;
  const page = addressIn(lang, `/petitions/${number}`);
  const { missing, enough, methodCounts, changed } = texts;
  return (
    <Island name="petition-live" props={{ petition: number, lang, words: { missing, enough, methodCounts, changed } }}>
      <div class="wide petition">
        <div class="petition-head">
          <p class="back">
            <a href={addressIn(lang, '/petitions')}>{texts.backToList}</a>
          </p>
          <p class="over">{fill(texts.number, { number })}</p>
          <h1 lang="uk">{title}</h1>
          <PetitionState petition={petition} isOpen={isOpen} texts={texts} />
        </div>
        <Signatures {...props} />
        <div class="petition-body">
          {answer && <PetitionAnswer answer={answer} today={today} lang={lang} texts={texts} />}
          <BecameAppeal {...props} />
          <Words {...props} />
          {isOpen && (
            <p class="sign-again on-screen">
              <SignLink {...props} />
            </p>
          )}
          <Course steps={course} lang={lang} texts={texts} />
          <SignatureChart days={days} lang={lang} texts={texts} />
          <section class="on-screen" aria-labelledby="share">
            <h2 id="share">{texts.share}</h2>
            <ShareLinks shared={shared} lang={lang} texts={texts} />
            <p>
              <a href={`${page}/poster`}>{texts.poster}</a>
            </p>
            <p>
              <a href={`${page}/poster.pdf`} download>
                {texts.posterPdf}
              </a>
            </p>
          </section>
          {!petition.collectedBy && <VerifyPart number={number} lang={lang} texts={texts} />}
          <details class="law">
            <summary>{texts.law}</summary>
            <p>{law}</p>
          </details>
        </div>
      </div>
    </Island>
  );
};
