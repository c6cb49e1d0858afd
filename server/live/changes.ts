import { SESSIONS } from '#server/identity/index.ts';
import { SWITCHED } from '#server/moderation/index.ts';
import { PETITION_WINDOWS, presentCount } from '#server/petitions/index.ts';
import { followCollections } from '#server/platform/change-stream.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import type { PetitionCount } from '#shared/contract/live.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';

/** A case that changed, with what anybody who watches it may know. */
export interface Change {
  id: string;
  status: PublicStatus;
  /** Nothing but what staff write to each other: for the desk alone to hear of. */
  isInternal: boolean;
}
/** A note of a case that names members of staff, by their ids. */
export interface Naming {
  caseId: string;
  staffIds: readonly string[];
}
/** A petition that changed: how many signatures count, where that is what changed; null where it was moved on. */
export interface PetitionChange {
  number: number;
  count: PetitionCount | null;
}
/** What happens in the register, as this web process hears of it; pages poll while a stream is down. */
export interface Changes {
  /** Tells of changes in batches, each case once with its latest state; returns how to stop. */
  subscribe(listener: (batch: readonly Change[]) => void): () => void;
  /** Tells of each session that ended, by its id; returns how to stop. */
  onSessionEnd(listener: (sessionId: string) => void): () => void;
  /** Tells of each note that names somebody; returns how to stop. */
  onNaming(listener: (naming: Naming) => void): () => void;
  /** Tells of each window of signatures that was sealed, and of each move of a petition; returns how to stop. */
  onPetition(listener: (change: PetitionChange) => void): () => void;
  /** Tells that a district was hidden or shown again; returns how to stop. */
  onSwitch(listener: () => void): () => void;
  /** Tells that changes may have gone by unseen; returns how to stop. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}
const COALESCE_MS = 250;

/** Adds a listener and hands back how to take it away again. */
const adding = <L>(listeners: Set<L>, listener: L): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What everybody may know of a window that was sealed. */
function sealedWindow(document: Record<string, unknown>): PetitionChange {
  const { number, tally } = document as unknown as { number: number; tally: Parameters<typeof presentCount>[0] };
  return { number, count: presentCount(tally) };
}

/** Follows what commands committed, and the ends of sessions, by one change stream. */
export function followChanges(): Changes {
  const onChange = new Set<Parameters<Changes['subscribe']>[0]>();
  const onEnd = new Set<Parameters<Changes['onSessionEnd']>[0]>();
  const onPetitions = new Set<(change: PetitionChange) => void>();
  const onSwitched = new Set<() => void>();
  const onNamed = new Set<(naming: Naming) => void>();
  const onMissed = new Set<() => void>();
  let batch = new Map<string, Change>();
  let timer: NodeJS.Timeout | null = null;

  const flush = (): void => {
    timer = null;
    const changes = [...batch.values()];
    batch = new Map();
    for (const tell of onChange) tell(changes);
  };
  const tellOfPetition = (change: PetitionChange): void => {
    for (const tell of onPetitions) tell(change);
  };
  const stream = followCollections({
    collections: [OutboxModel.collection.name, PETITION_WINDOWS],
    fields: ['kind', 'subject', 'facts', 'number', 'tally'],
    onInsert({ collection, document }) {
      if (collection === PETITION_WINDOWS) return tellOfPetition(sealedWindow(document));
      const { kind, subject, facts } = document as unknown as Pick<OutboxRow, 'kind' | 'subject' | 'facts'>;
      if (kind === SWITCHED) for (const tell of onSwitched) tell();
      if (subject.kind === 'petition') return tellOfPetition({ number: Number(facts.number), count: null });
      if (subject.kind !== 'case') return;
      const staffIds = String(facts.mentioned ?? '')
        .split(' ')
        .filter(Boolean);
      if (staffIds.length > 0) for (const tell of onNamed) tell({ caseId: subject.id, staffIds });
      const isInternal = facts.isInternal === true && (batch.get(subject.id)?.isInternal ?? true);
      batch.set(subject.id, { id: subject.id, status: facts.publicStatus as PublicStatus, isInternal });
      timer ??= setTimeout(flush, COALESCE_MS);
    },
    removals: {
      collection: SESSIONS,
      onRemoved: (id) => {
        for (const tell of onEnd) tell(String(id));
      },
    },
    onGap() {
      for (const tell of onMissed) tell();
    },
  });
  return {
    subscribe: (listener) => adding(onChange, listener),
    onSessionEnd: (listener) => adding(onEnd, listener),
    onNaming: (listener) => adding(onNamed, listener),
    onPetition: (listener) => adding(onPetitions, listener),
    onSwitch: (listener) => adding(onSwitched, listener),
    onGap: (listener) => adding(onMissed, listener),
    async close() {
      if (timer) clearTimeout(timer);
      await stream.close();
    },
  };
}
