import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { type CaseCard, settleFeedback } from '#shared/contract/register.ts';
import { momentInFull } from '#shared/texts/dates.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';
import { FileTiles } from '../files/file-tile.tsx';
import { type CaseFiles, photoNumbers } from '../files/use-file-deeds.ts';
import { Refused } from '../form/refused.tsx';
import { type Trouble, troubleOf, troubleSaying } from '../form/trouble.ts';

/** What the applicant said of the answers, with the photos that they sent; a «Ні, не вирішено» waits for who controls to reopen the case or to end it. */
export const FeedbackPart = ({
  card,
  files,
  arrived,
  reopen,
}: {
  card: CaseCard;
  files: CaseFiles;
  arrived: (card: CaseCard, isMoved: boolean) => void;
  reopen: () => void;
}): JSX.Element | null => {
  const { lang, words, ask } = useDesk();
  const { feedback: texts } = words.publication;
  const [isDone, setDone] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  if (card.feedback.length === 0) return null;
  const photos = card.files.filter(({ purpose }) => purpose === 'feedback');

  const settle = async (): Promise<void> => {
    setTrouble(null);
    try {
      arrived(await ask(settleFeedback, { params: { id: card.id } }), true);
      setDone(true);
      said.current?.focus();
    } catch (error) {
      const isGone = error instanceof Refusal && error.problem.code === 'move.refused';
      setTrouble(isGone ? troubleSaying(texts.gone) : troubleOf(error, words.desk.trouble.offline));
    }
  };
  return (
    <Part title={texts.title}>
      <ol class="course">
        {card.feedback.map(({ verdict, reason, at, isSettled }) => (
          <li key={at}>
            <strong class={verdict}>{texts.verdicts[verdict]}</strong>
            {verdict === 'not_resolved' && <span class="muted"> · {isSettled ? texts.settled : texts.waits}</span>}
            {reason && <p class="words">{reason}</p>}
            <time dateTime={at}>{momentInFull(lang, at)}</time>
          </li>
        ))}
      </ol>
      <FileTiles files={photos} numbers={photoNumbers(card)} deeds={files.deeds} />
      <p class="said" role="status" tabIndex={-1} ref={said}>
        {isDone && texts.done}
      </p>
      <Refused by={trouble} />
      {card.may.settleFeedback && (
        <>
          <p class="hint">{texts.why}</p>
          <p class="actions">
            {card.can.reopen && (
              <button type="button" class="button primary" onClick={reopen}>
                {texts.reopen}
              </button>
            )}
            <button type="button" class="button secondary" onClick={() => void settle()}>
              {texts.settle}
            </button>
          </p>
        </>
      )}
    </Part>
  );
};
