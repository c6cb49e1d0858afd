import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AttachedFile } from '#shared/contract/attachments.ts';
import { redactCasePhoto } from '#shared/contract/case-files.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { MOST_RECTANGLES } from '#shared/domain/attachments.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { percents } from './percents.ts';
import { RectangleList } from './rectangle-list.tsx';
import { Stage } from './stage.tsx';
import { useRedaction } from './use-redaction.ts';

/** Blacking out parts of a photo for the copy that everybody may see. `saved` hears of the card that comes back. */
export const RedactionEditor = ({
  caseId,
  file,
  n,
  saved,
  back,
}: {
  caseId: string;
  file: AttachedFile;
  n: number;
  saved: (card: CaseCard) => void;
  back: () => void;
}): JSX.Element => {
  const { ask, words } = useDesk();
  const { redaction: texts } = words.files;
  const redacting = useRedaction(caseId, file);
  const { rectangles, chosen } = redacting.now;
  const [isLarger, setLarger] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const isBusy = useRef(false);
  const one = chosen === null ? undefined : rectangles[chosen];

  const save = async (): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSaving(true);
    setTrouble(null);
    try {
      const body = { rectangles: [...rectangles] };
      const card = await ask(redactCasePhoto, { params: { id: caseId, photoId: file.id }, body });
      redacting.forget();
      saved(card);
    } catch (error) {
      setTrouble(troubleOf(error, words.desk.trouble.kept));
    } finally {
      isBusy.current = false;
      setSaving(false);
    }
  };
  return (
    <div class="redaction">
      <div>
        <p class="actions">
          <button type="button" class="button secondary" onClick={() => redacting.add()}>
            {texts.add}
          </button>
          <button type="button" class="button secondary" onClick={redacting.undo}>
            {texts.undo}
          </button>
          <button
            type="button"
            class="button secondary"
            aria-pressed={isLarger}
            onClick={() => setLarger((was) => !was)}
          >
            {texts.larger}
          </button>
        </p>
        <Stage file={file} n={n} redacting={redacting} isLarger={isLarger} />
        <p class="unseen" role="status">
          {one && fill(texts.at, { n: (chosen ?? 0) + 1, ...percents(one) })}
        </p>
      </div>
      <div>
        <p>{texts.lead}</p>
        <p class="hint">{texts.how}</p>
        <h3>{texts.list}</h3>
        {rectangles.length >= MOST_RECTANGLES && (
          <p class="error" role="alert">
            {texts.most}
          </p>
        )}
        <RectangleList redacting={redacting} />
        <Refused by={trouble} />
        <p class="actions">
          <button type="button" class="button primary" aria-busy={isSaving} onClick={() => void save()}>
            {isSaving ? words.moves.form.sending : texts.save}
          </button>
          <button type="button" class="button quiet" onClick={back}>
            {texts.back}
          </button>
        </p>
      </div>
    </div>
  );
};
