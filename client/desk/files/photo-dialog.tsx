import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AttachedFile } from '#shared/contract/attachments.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Dialog } from '../dialog.tsx';
import { RedactionEditor } from '../redaction/redaction-editor.tsx';

type Which = 'original' | 'publicCopy';

/** A photo in full: as it came, or as everybody would see it. */
const Look = ({
  file,
  n,
  which,
  show,
  isSaved,
  redact,
}: {
  file: AttachedFile;
  n: number;
  which: Which;
  show: (which: Which) => void;
  isSaved: boolean;
  redact: (() => void) | null;
}): JSX.Element => {
  const { dialog: texts, photo } = useDesk().words.files;
  const isCopy = which === 'publicCopy' && file.publicUrl !== null;
  return (
    <>
      <p class="said" role="status">
        {isSaved && texts.saved}
      </p>
      {file.publicUrl !== null && (
        <fieldset class="field which">
          <legend class="unseen">{texts.which}</legend>
          {(['original', 'publicCopy'] as const).map((each) => (
            <div key={each} class="choice">
              <input
                type="radio"
                id={`photo-${each}`}
                name="photo-which"
                checked={(each === 'publicCopy') === isCopy}
                onChange={() => show(each)}
              />
              <label for={`photo-${each}`}>{texts[each]}</label>
            </div>
          ))}
        </fieldset>
      )}
      <p class="hint">{isCopy ? texts.copySays : texts.originalSays}</p>
      <img
        class="whole"
        src={(isCopy && file.publicUrl) || file.url}
        alt={`${fill(photo, { n })}. ${isCopy ? texts.publicCopy : texts.original}`}
      />
      {redact && (
        <p class="actions">
          <button type="button" class="button secondary" onClick={redact}>
            {file.publicUrl ? texts.change : texts.make}
          </button>
        </p>
      )}
    </>
  );
};

/** A photo of a case over the desk: to look at, and for those who publish to black out parts of it. */
export const PhotoDialog = ({
  caseId,
  file,
  n,
  how,
  mayRedact,
  arrived,
  closed,
}: {
  caseId: string;
  file: AttachedFile;
  n: number;
  how: 'look' | 'redact';
  mayRedact: boolean;
  arrived: (card: CaseCard) => void;
  closed: () => void;
}): JSX.Element => {
  const { dialog: texts, redaction } = useDesk().words.files;
  const [mode, setMode] = useState(how);
  const [which, show] = useState<Which>('original');
  const [isSaved, setSaved] = useState(false);
  const inside = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  // Whatever was pressed is gone with the mode, so the focus goes to what has come.
  useLayoutEffect(() => {
    if (!first.current) inside.current?.focus();
    first.current = false;
  }, [mode]);
  const turnTo = (next: typeof mode, saved: boolean): void => {
    setSaved(saved);
    show(saved ? 'publicCopy' : 'original');
    setMode(next);
  };
  const isRedacting = mode === 'redact' && mayRedact;
  return (
    <Dialog title={fill(isRedacting ? redaction.title : texts.title, { n })} closed={closed} isWide>
      <div ref={inside} class="photo-dialog" tabIndex={-1}>
        {isRedacting ? (
          <RedactionEditor
            caseId={caseId}
            file={file}
            n={n}
            back={() => turnTo('look', false)}
            saved={(card) => {
              arrived(card);
              turnTo('look', true);
            }}
          />
        ) : (
          <Look
            file={file}
            n={n}
            which={which}
            show={show}
            isSaved={isSaved}
            redact={mayRedact ? () => turnTo('redact', false) : null}
          />
        )}
      </div>
      <p class="actions">
        <button type="button" class="button quiet" onClick={closed}>
          {texts.close}
        </button>
      </p>
    </Dialog>
  );
};
