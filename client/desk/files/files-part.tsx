import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CaseCard } from '#shared/contract/register.ts';
import { Part } from '../card/part.tsx';
import { useDesk } from '../desk-context.ts';
import { Refused } from '../form/refused.tsx';
import { FileTiles } from './file-tile.tsx';
import { UploadField } from './upload-field.tsx';
import { type CaseFiles, photoNumbers } from './use-file-deeds.ts';

/** Photos and files of a case: what came with it, and what was added after the work. Left out where there is nothing to see or to add. */
export const FilesPart = ({
  card,
  files: { deeds, isRemoved, trouble },
  arrived,
}: {
  card: CaseCard;
  files: CaseFiles;
  arrived: (card: CaseCard) => void;
}): JSX.Element | null => {
  const { files: texts } = useDesk().words;
  const said = useRef<HTMLParagraphElement>(null);
  const shown = card.files.filter(({ purpose }) => purpose !== 'feedback');
  // The button that removed a file is gone with it, so the focus goes where that is said.
  useLayoutEffect(() => {
    if (isRemoved) said.current?.focus();
  }, [isRemoved]);
  if (shown.length === 0 && !card.may.addFiles) return null;
  const numbers = photoNumbers(card);
  return (
    <Part title={texts.title}>
      <p class="said" role="status" ref={said} tabIndex={-1}>
        {isRemoved && texts.removed}
      </p>
      <Refused by={trouble} />
      {shown.length === 0 && <p class="muted">{texts.none}</p>}
      {(['appeal', 'reply', 'after'] as const).map((purpose) => {
        const files = shown.filter((file) => file.purpose === purpose);
        if (files.length === 0) return null;
        return (
          <div key={purpose}>
            <h4>{texts.groups[purpose]}</h4>
            <FileTiles files={files} numbers={numbers} deeds={deeds} />
          </div>
        );
      })}
      {card.may.addFiles && <UploadField caseId={card.id} kept={arrived} />}
    </Part>
  );
};
