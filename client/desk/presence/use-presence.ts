import { useEffect, useState } from 'preact/hooks';
import { watchPresence } from '#client/platform/live.ts';
import type { Present } from '#shared/contract/live.ts';

/** Who else has this case open at the desk, as it is told live; nobody while that cannot be heard. */
export function usePresence(caseId: string): readonly Present[] {
  const [told, hear] = useState<{ id: string; others: readonly Present[] }>({ id: caseId, others: [] });
  useEffect(() => watchPresence(caseId, (others) => hear({ id: caseId, others })), [caseId]);
  return told.id === caseId ? told.others : [];
}
