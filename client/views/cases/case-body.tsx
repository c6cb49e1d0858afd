import type { JSX } from 'preact';
import type { AppealView } from '#shared/contract/appeals.ts';
import { signingKey } from '#shared/domain/signature.ts';
import { fill } from '#shared/texts/fill.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { CaseNoticeTexts } from '#shared/texts/uk/case-notices.ts';
import type { CasePageTexts } from '#shared/texts/uk/case-page.ts';
import type { CaseTexts } from '#shared/texts/uk/cases.ts';
import type { SigningTexts } from '#shared/texts/uk/signing.ts';
import { Answer } from './answer.tsx';
import { CaseFacts, type CaseNames } from './case-facts.tsx';
import { CaseNotices } from './case-notices.tsx';
import { CasePhotos, type ShownPhoto } from './case-photos.tsx';
import { DueLine } from './due-line.tsx';
import { FeedbackPart } from './feedback-part.tsx';
import { type RefusedForm, typedIn } from './own-words.ts';
import { ReplyPart } from './reply-part.tsx';
import { Rights } from './rights.tsx';
import { StatusWord } from './status-word.tsx';
import { Timeline } from './timeline.tsx';

/** A case with what is needed to put it into words and to act on it. */
export interface CaseBodyProps {
  view: AppealView;
  names: CaseNames;
  today: string;
  lang: Lang;
  texts: CaseTexts;
  more: CasePageTexts;
  notices: CaseNoticeTexts;
  signing: SigningTexts;
  /** The case's own address in this language. */
  address: string;
  /** Where a complaint is filed. */
  complainTo: string;
  /** A picture of the place, where this viewer may know it, and the map that shows more of it. */
  map: { picture: string; href: string; isRounded: boolean } | null;
  /** What its applicant said and was refused. */
  refused?: RefusedForm | undefined;
}
const says = ({ view, texts }: CaseBodyProps): string => {
  const isOwn = view.viewer === 'applicant' || view.viewer === 'joined';
  const isAhead = view.status === 'received' || view.status === 'in_work';
  return (isOwn && (view.answer || isAhead) ? texts.says : texts.saysBriefly)[view.status];
};
const Words = ({ id, title, children }: { id: string; title: string; children: string | null }): JSX.Element | null =>
  children === null ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="words" lang="uk">
        {children}
      </div>
    </section>
  );

/** The letter itself goes to its applicant alone: it names them. */
const letterOf = ({ view, address, more }: CaseBodyProps) =>
  view.viewer === 'applicant' ? { href: `${address}/letter.pdf`, words: more.letter } : null;

/** How the letter was signed, and its files; they name the applicant too. */
function signedOf({ view, address, signing }: CaseBodyProps) {
  const { answer, viewer } = view;
  if (!answer || viewer !== 'applicant') return null;
  const { method, check, hasLetter } = answer.signing;
  const isFile = check !== null && method !== 'oral';
  const words = [fill(signing.signed, { how: signing.how[signingKey(method, check)] })];
  if (isFile && method !== 'paper') words.push(signing.check);
  const links = [
    ...(hasLetter ? [{ href: `${address}/signed-letter.pdf`, words: signing.original }] : []),
    ...(isFile ? [{ href: `${address}/signature`, words: signing.files[method] }] : []),
  ];
  return { how: words.join(' '), links };
}

/** The photos that this viewer may see: the applicant's own, or those open to all; the place as it was, then what was done there. */
function photosOf({ details, published }: AppealView) {
  const all: (ShownPhoto & { purpose: string })[] = details
    ? details.files.flatMap(({ thumbUrl, ...file }) => (thumbUrl ? [{ ...file, thumbUrl }] : []))
    : (published?.photos ?? []);
  const isAfter = ({ purpose }: { purpose: string }) => purpose === 'after';
  return { before: all.filter((photo) => !isAfter(photo)), after: all.filter(isAfter) };
}

/** Everything that changes in a case; drawn by the server, and taken from it anew when something happens. */
export const CaseBody = (props: CaseBodyProps): JSX.Element => {
  const { view, names, today, lang, texts, more, notices, address, complainTo, map, refused } = props;
  const { status, isOverdue, details, published, answer } = view;
  const { before, after } = photosOf(view);
  const documents = (details?.files ?? []).filter(({ thumbUrl }) => !thumbUrl);
  return (
    <>
      <div class="case-main">
        <header class={`case-head ${status}${isOverdue ? ' overdue' : ''}`} data-state={texts.statuses[status]}>
          <StatusWord status={status} isOverdue={isOverdue} texts={texts} />
          <p class="lead">{says(props)}</p>
          <DueLine {...view} today={today} lang={lang} texts={texts} />
        </header>
        {isOverdue && <Rights view={view} texts={texts} more={more} address={address} complainTo={complainTo} />}
        {details && (
          <FeedbackPart
            feedback={details.feedback}
            address={address}
            complainTo={complainTo}
            typed={typedIn(refused, 'dispute')}
            lang={lang}
            texts={more}
          />
        )}
        {details?.isAsked && <ReplyPart address={address} typed={typedIn(refused, 'reply')} texts={more} />}
        {details && <CaseNotices notices={details.notices} lang={lang} texts={notices} />}
        {answer && (
          <Answer answer={answer} letter={letterOf(props)} signed={signedOf(props)} lang={lang} texts={texts} />
        )}
        <Words id="public-answer" title={more.publicAnswer}>
          {answer ? null : (published?.answer ?? null)}
        </Words>
        <Words id="text" title={details ? texts.ownText : more.publicText}>
          {details?.text ?? published?.text ?? null}
        </Words>
        <CasePhotos id="before" title={more.photosBefore} photos={before} alt={more.photoAlt} />
        <CasePhotos id="after" title={more.photosAfter} photos={after} alt={more.photoAlt} />
        {documents.length > 0 && (
          <section aria-labelledby="own-files">
            <h2 id="own-files">{more.files}</h2>
            <ul class="papers">
              {documents.map(({ id, url, name }) => (
                <li key={id}>
                  <a href={url}>{name}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="timeline">
          <h2 id="timeline">{texts.timeline}</h2>
          <Timeline view={view} lang={lang} texts={texts} />
          <details class="law">
            <summary>{texts.lawFold}</summary>
            <p>{texts.dueLaw}</p>
          </details>
        </section>
      </div>
      <div class="case-side">
        {map && (
          <p class="place-picture">
            <a href={map.href}>
              <img src={map.picture} alt={more.map} width="360" height="220" />
              {more.mapLink}
            </a>
            {map.isRounded && <span class="hint">{more.mapRounded}</span>}
          </p>
        )}
        <CaseFacts view={view} names={names} lang={lang} texts={texts} more={more} />
      </div>
    </>
  );
};
