import { setTimeout as pause } from 'node:timers/promises';
import { database } from '#server/platform/database.ts';
import { log } from '#server/platform/log.ts';
import { OutboxModel, type OutboxRow } from '#server/platform/outbox.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';

/** A case that changed, with what anybody who watches it may know. */
export interface Change {
  id: string;
  status: PublicStatus;
}
type Listener = (batch: readonly Change[]) => void;
/** What happens in the register, as this web process hears of it. */
export interface Changes {
  /** Tells of changes in batches, each case once with its latest state; returns how to stop. */
  subscribe(listener: Listener): () => void;
  close(): Promise<void>;
}
const COALESCE_MS = 250;
const REOPEN_MS = 1_000;

/** Follows what commands committed, by the change stream; where it breaks it is opened again, and pages poll meanwhile. */
export function followChanges(): Changes {
  const listeners = new Set<Listener>();
  let batch = new Map<string, Change>();
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;
  let current: { close(): Promise<unknown> } | null = null;

  const flush = (): void => {
    timer = null;
    const changes = [...batch.values()];
    batch = new Map();
    for (const tell of listeners) tell(changes);
  };
  const take = ({ subject, facts }: Pick<OutboxRow, 'subject' | 'facts'>): void => {
    if (subject.kind !== 'case') return;
    batch.set(subject.id, { id: subject.id, status: facts.publicStatus as PublicStatus });
    timer ??= setTimeout(flush, COALESCE_MS);
  };
  const follow = async (): Promise<void> => {
    while (!isClosed) {
      try {
        const stream = database()
          .collection<OutboxRow>(OutboxModel.collection.name)
          .watch([{ $match: { operationType: 'insert' } }]);
        current = stream;
        for await (const change of stream) if (change.operationType === 'insert') take(change.fullDocument);
      } catch (error) {
        if (!isClosed) log().warn({ err: error }, 'live updates lost the change stream');
      }
      if (!isClosed) await pause(REOPEN_MS);
    }
  };
  const following = follow();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await current?.close().catch(() => undefined);
      await Promise.race([following, pause(2_000, undefined, { ref: false })]);
    },
  };
}
