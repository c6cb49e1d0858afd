import type { JSX } from 'preact';
import type { DeskPetition } from '#shared/contract/petition-desk.ts';
import { spacedNumber } from '#shared/texts/codes.ts';
import { dateInFull, momentInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { plural, spacedCount } from '#shared/texts/plural.ts';
import { Fact, Part } from '../card/part.tsx';
import { phrase } from '../case-words.ts';
import { useDesk } from '../desk-context.ts';
import { Link } from '../link.tsx';
import { SignaturesPart } from '../petition-signatures/signatures-part.tsx';
import { CollectorPart } from './collector-part.tsx';
import { PetitionPapers } from './petition-papers.tsx';
import { PetitionAnswer, Rejection, Suggestions } from './petition-replies.tsx';
import { PetitionState } from './petition-state.tsx';

/** Whether texts go to the author. */
const smsWords = ({ wantsSms, isPhoneProved }: DeskPetition['initiator']) =>
  wantsSms ? (isPhoneProved ? 'smsYes' : 'smsUnproved') : 'smsNo';
/** What the author wrote. */
const Words = ({ petition: { title, essence, demand } }: { petition: DeskPetition }): JSX.Element => {
  const { card: texts } = useDesk().words.petitions;
  return (
    <Part title={texts.words}>
      <h4 class="petition-name" lang="uk">
        {title}
      </h4>
      <h4>{texts.essence}</h4>
      <p class="words" lang="uk">
        {essence}
      </p>
      <h4>{texts.demand}</h4>
      <p class="words" lang="uk">
        {demand}
      </p>
    </Part>
  );
};
/** Published petitions that may be about the same; to merge them is for the person, in the move's own form. */
const Similar = ({ petition, merge }: { petition: DeskPetition; merge: (number: number) => void }): JSX.Element => {
  const { lang, words } = useDesk();
  const { card: texts, moves, number: numberOf } = words.petitions;
  return (
    <Part title={texts.similar}>
      {petition.similar.length === 0 && <p class="muted">{texts.similarNone}</p>}
      <ul class="similar-petitions">
        {petition.similar.map(({ id, number, title, status, count, likeness }) => (
          <li key={id}>
            <p>
              <Link to={{ petitionId: id }}>{fill(numberOf, { number })}</Link>{' '}
              <span class="muted">{fill(texts.likeness, { percent: Math.round(likeness * 100) })}</span>
            </p>
            <p lang="uk">{title}</p>
            <p>
              <PetitionState status={status} /> <span class="muted">{plural(lang, count, texts.count)}</span>
            </p>
            {petition.can.merge && (
              <button
                type="button"
                class="button secondary"
                aria-label={fill(moves.mergeIntoThis, { number })}
                onClick={() => merge(number)}
              >
                {moves.mergeInto}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
};
const Author = ({ petition: { initiator } }: { petition: DeskPetition }): JSX.Element => {
  const { card: texts } = useDesk().words.petitions;
  return (
    <Part title={texts.initiator}>
      <dl class="facts">
        <Fact name={texts.name}>{initiator.name}</Fact>
        <Fact name={texts.email}>{initiator.email}</Fact>
        <Fact name={texts.phone}>{initiator.phone}</Fact>
        <Fact name={texts.sms}>{initiator.phone && texts[smsWords(initiator)]}</Fact>
      </dl>
      {initiator.isMasked && <p class="hint">{texts.masked}</p>}
    </Part>
  );
};
const Course = ({ petition }: { petition: DeskPetition }): JSX.Element => {
  const { lang, words } = useDesk();
  const { card: texts, ofThreshold, number } = words.petitions;
  const { collectedBy, submittedAt, publishedAt, endsOn, reachedAt, hearingOn, reviewedOn, mergedInto, appealNumber } =
    petition;
  const { tally, threshold, count } = petition;
  const said = (at: string | null) => at && momentInFull(lang, at);
  const day = (date: string | null) => date && dateInFull(lang, date);
  const counted = (n: number): string => spacedCount(lang, n);
  const methods = { eid: counted(tally.eid), sms: counted(tally.sms), removed: counted(tally.removed) };
  return (
    <Part title={texts.facts}>
      <dl class="facts">
        <Fact name={texts.submitted}>{!collectedBy && said(submittedAt)}</Fact>
        <Fact name={texts.published}>{said(publishedAt)}</Fact>
        <Fact name={texts.ends}>{!collectedBy && day(endsOn)}</Fact>
        <Fact name={texts.signatures}>
          {threshold !== null && (
            <>
              {fill(ofThreshold, { count: counted(count), threshold: counted(threshold) })}
              <span class="line muted">{collectedBy ? words.forwarded.card.said : fill(texts.tally, methods)}</span>
            </>
          )}
        </Fact>
        <Fact name={texts.reached}>{said(reachedAt)}</Fact>
        <Fact name={texts.hearing}>{day(hearingOn)}</Fact>
        <Fact name={texts.reviewed}>{day(reviewedOn)}</Fact>
        <Fact name={texts.merged}>{mergedInto !== null && fill(number, { number: mergedInto })}</Fact>
        <Fact name={texts.appeal}>{appealNumber && spacedNumber(appealNumber)}</Fact>
      </dl>
    </Part>
  );
};
const Clocks = ({ petition: { clocks } }: { petition: DeskPetition }): JSX.Element => {
  const { lang, words } = useDesk();
  const { card: texts, rules } = words.petitions;
  const day = (date: string): string => dateInFull(lang, date);
  return (
    <Part title={texts.clocks}>
      <dl class="facts">
        {clocks.map(({ rule, startedOn, dueOn, metOn, extendedFrom }) => (
          <Fact key={`${rule} ${startedOn}`} name={phrase(rules, rule)}>
            {fill(texts.clock, { from: day(startedOn), to: day(dueOn) })}
            {extendedFrom && <span class="line muted">{fill(texts.extended, { date: day(extendedFrom) })}</span>}
            {metOn && <span class="line muted">{fill(texts.met, { date: day(metOn) })}</span>}
          </Fact>
        ))}
      </dl>
    </Part>
  );
};
const History = ({ petition: { history, historyLeftOut } }: { petition: DeskPetition }): JSX.Element => {
  const { lang, words } = useDesk();
  const { card: texts, events, reasons, suspicions, fraud } = words.petitions;
  const known = { ...reasons, ...suspicions, fraud };
  return (
    <Part title={texts.history}>
      {historyLeftOut > 0 && <p class="muted">{plural(lang, historyLeftOut, texts.historyLeftOut)}</p>}
      <ol class="course">
        {[...history].reverse().map(({ kind, at, actor, inPlaceOf, reasonCode, count }, i) => (
          <li key={`${kind} ${at} ${i}`}>
            {phrase(events, kind)}
            {count !== null && `, ${plural(lang, count, texts.count)}`}
            {reasonCode && `: ${phrase(known, reasonCode).toLowerCase()}`}
            {actor && (
              <span class="muted">
                {' '}
                · {actor}
                {inPlaceOf && `, ${fill(words.delegations.inPlaceOf, { name: inPlaceOf })}`}
              </span>
            )}
            <time dateTime={at}>{momentInFull(lang, at)}</time>
          </li>
        ))}
      </ol>
    </Part>
  );
};

/** What the desk says of a petition, part by part: the words with what is like them beside, then all that happened. */
export const PetitionBody = ({
  petition,
  merge,
  changed,
}: {
  petition: DeskPetition;
  /** Opens the form of merging this petition into the one of that number. */
  merge: (number: number) => void;
  /** Signatures were let go or struck: what is shown of the petition is no longer all true. */
  changed: () => void;
}): JSX.Element => (
  <>
    <div class="petition-sides">
      <div>
        <Words petition={petition} />
        <Suggestions petition={petition} />
        <Rejection petition={petition} />
        <PetitionAnswer petition={petition} />
      </div>
      <div>
        <Similar petition={petition} merge={merge} />
        <Author petition={petition} />
        <CollectorPart petition={petition} />
        <Course petition={petition} />
        <Clocks petition={petition} />
        <PetitionPapers petition={petition} />
      </div>
    </div>
    {petition.may.checkSignatures && <SignaturesPart petition={petition} changed={changed} />}
    <History petition={petition} />
  </>
);
