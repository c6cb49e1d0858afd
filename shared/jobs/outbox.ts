import * as z from 'zod/mini';
import { id } from '#shared/contract/fields.ts';

/** One thing that happened, for one consumer. It names the outbox row, in which the facts are. */
export const OutboxJob = z.object({ rowId: id() });
export type OutboxJob = z.infer<typeof OutboxJob>;

/** The queue of a consumer has its name; a second job for the same row is not added while one is there. */
export const outboxJobId = (consumer: string, rowId: string): string => `${consumer}-${rowId}`;
/** Short waits, for a database that is changing its primary; whatever stays is found by the sweep. */
export const outboxRetries = { attempts: 5, backoff: { type: 'exponential', delay: 200 } } as const;
