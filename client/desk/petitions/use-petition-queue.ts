import { useCallback, useState } from 'preact/hooks';
import { type DeskPetitionRow, listDeskPetitions } from '#shared/contract/petition-desk.ts';
import type { PetitionQueue } from '#shared/domain/petition-queue.ts';
import { useDesk } from '../desk-context.ts';
import { type Pages, usePages } from '../post/use-pages.ts';

/** A list of petitions on the screen, and how many each list has; none of them before the first has come. */
export interface PetitionQueueState extends Pages<DeskPetitionRow> {
  counts: Readonly<Partial<Record<PetitionQueue, number>>>;
}
/** Keeps one list of petitions. */
export function usePetitionQueue(queue: PetitionQueue): PetitionQueueState {
  const { ask } = useDesk();
  const [counts, setCounts] = useState<PetitionQueueState['counts']>({});
  const load = useCallback(
    async (cursor: string | null) => {
      const page = Number(cursor ?? 1);
      const read = await ask(listDeskPetitions, { query: { queue, page } });
      setCounts(read.counts);
      return { items: read.items, total: read.total, next: page < read.pages ? String(page + 1) : null };
    },
    [ask, queue],
  );
  return { ...usePages<DeskPetitionRow>(load), counts };
}
