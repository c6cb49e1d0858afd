import { useState } from 'preact/hooks';
import type { AttachedFile } from '#shared/contract/attachments.ts';
import { removeCaseFile } from '#shared/contract/case-files.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import type { FileDeeds } from './file-tile.tsx';

/** The files of the open case: what can be done to them, the photo that is open, and how the last removal went. */
export interface CaseFiles {
  deeds: FileDeeds;
  opened: { id: string; how: 'look' | 'redact' } | null;
  close: () => void;
  /** Something was removed last. */
  isRemoved: boolean;
  trouble: Trouble | null;
}
/** What this viewer may do to the files of a case; `arrived` hears of each card that comes back. */
export function useFileDeeds(card: CaseCard, arrived: (card: CaseCard) => void): CaseFiles {
  const { ask, words } = useDesk();
  const [opened, open] = useState<CaseFiles['opened']>(null);
  const [isRemoved, setRemoved] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { state, photoIds, isVisible } = card.publication;
  const isPublished = ({ id }: AttachedFile): boolean => state === 'public' && photoIds.includes(id);
  const mayRedact = card.can.publish ?? false;

  const remove = async ({ id }: AttachedFile): Promise<void> => {
    setTrouble(null);
    setRemoved(false);
    try {
      arrived(await ask(removeCaseFile, { params: { id: card.id, photoId: id } }));
      setRemoved(true);
    } catch (error) {
      setTrouble(troubleOf(error, words.desk.trouble.offline));
    }
  };
  return {
    opened,
    close: () => open(null),
    isRemoved,
    trouble,
    deeds: {
      open: ({ id }, how) => open({ id, how }),
      mayRedact,
      mayRemove: (file) => card.may.addFiles && file.purpose === 'after' && (mayRedact || !isPublished(file)),
      remove: (file) => void remove(file),
      isShown: (file) => isVisible && file.publicUrl !== null && isPublished(file),
    },
  };
}
/** The photos of a case numbered from one, in the order in which they came. */
export const photoNumbers = ({ files }: Pick<CaseCard, 'files'>): ReadonlyMap<string, number> =>
  new Map(files.filter(({ kind }) => kind === 'photo').map(({ id }, i) => [id, i + 1]));
