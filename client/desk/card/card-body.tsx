import type { JSX } from 'preact';
import type { CaseCard } from '#shared/contract/register.ts';
import { FeedbackPart } from '../feedback/feedback-part.tsx';
import { FilesPart } from '../files/files-part.tsx';
import { PhotoDialog } from '../files/photo-dialog.tsx';
import { photoNumbers, useFileDeeds } from '../files/use-file-deeds.ts';
import { LinksPart } from '../links/links-part.tsx';
import { NotesPart } from '../notes/notes-part.tsx';
import { PostPart } from '../post/post-part.tsx';
import { PublicationPart } from '../publication/publication-part.tsx';
import { AnswerPart } from './answer-part.tsx';
import { Applicants } from './applicants.tsx';
import { Deliveries, History } from './course.tsx';
import { LikeCases } from './like-cases.tsx';
import { Matter } from './matter.tsx';
import { OtherCases } from './other-cases.tsx';
import { PapersPart } from './papers-part.tsx';
import { Record } from './record.tsx';
import { Standing } from './standing.tsx';

/** What the card says of a case, part by part; what waits for somebody to look into it comes first. */
export const CardBody = ({
  card,
  arrived,
  reopen,
  merge,
  draft,
  areKeysOn,
  seen,
}: {
  card: CaseCard;
  arrived: (card: CaseCard, isMoved: boolean) => void;
  /** Opens the form of reopening among the moves. */
  reopen: () => void;
  /** Opens the form of merging this case into the one of that number. */
  merge: (number: string) => void;
  /** Opens the form of the answer with this text in it. */
  draft: (text: string) => void;
  areKeysOn: boolean;
  /** The mentions on this card were read; so many are left elsewhere. */
  seen: (unread: number) => void;
}): JSX.Element => {
  const came = (changed: CaseCard): void => arrived(changed, false);
  const files = useFileDeeds(card, came);
  const opened = card.files.find(({ id }) => id === files.opened?.id);
  const isWaiting = card.feedback.some(({ isSettled }) => !isSettled);
  const feedback = <FeedbackPart key="feedback" {...{ card, files, arrived, reopen }} />;
  return (
    <>
      {isWaiting && feedback}
      <Matter card={card} />
      <FilesPart card={card} files={files} arrived={came} />
      <LikeCases card={card} merge={merge} />
      <NotesPart card={card} areKeysOn={areKeysOn} seen={seen} />
      <LinksPart key={`links ${card.id}`} card={card} take={draft} />
      {card.answer && <AnswerPart answer={card.answer} />}
      <PostPart caseId={card.id} version={card.version} />
      {!isWaiting && feedback}
      <PublicationPart card={card} arrived={arrived} />
      <Applicants key={card.id} card={card} arrived={came} />
      <OtherCases key={`others ${card.id}`} caseId={card.id} />
      <Standing card={card} />
      <Record card={card} />
      <PapersPart card={card} />
      <Deliveries deliveries={card.deliveries} />
      <History history={card.history} historyLeftOut={card.historyLeftOut} />
      {opened && files.opened && (
        <PhotoDialog
          key={opened.id}
          caseId={card.id}
          file={opened}
          n={photoNumbers(card).get(opened.id) ?? 0}
          how={files.opened.how}
          mayRedact={files.deeds.mayRedact}
          arrived={came}
          closed={files.close}
        />
      )}
    </>
  );
};
