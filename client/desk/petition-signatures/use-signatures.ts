import { useCallback } from 'preact/hooks';
import {
  type Anomalies,
  type HeldGroup,
  listHeldSignatures,
  readAnomalies,
} from '#shared/contract/petition-signatures.ts';
import { useDesk } from '../desk-context.ts';
import { type Read, useRead } from '../messages/use-read.ts';
import { type Pages, usePages } from '../post/use-pages.ts';

/** How signatures of a petition came, and which of them wait for a decision. */
export interface Signatures {
  anomalies: Read<Anomalies>;
  held: Pages<HeldGroup>;
  /** Asks for both anew. */
  again: () => void;
}
/** Keeps what there is to check of the signatures of a petition. */
export function useSignatures(petitionId: string): Signatures {
  const { ask } = useDesk();
  const params = { id: petitionId };
  const read = useCallback(() => ask(readAnomalies, { params }), [ask, petitionId]);
  const load = useCallback(
    async (cursor: string | null) => {
      const page = Number(cursor ?? 1);
      const { items, total, pages } = await ask(listHeldSignatures, { params, query: { page } });
      return { items, total, next: page < pages ? String(page + 1) : null };
    },
    [ask, petitionId],
  );
  const [anomalies, held] = [useRead(read), usePages<HeldGroup>(load)];
  return {
    anomalies,
    held,
    again() {
      anomalies.again();
      held.again();
    },
  };
}
