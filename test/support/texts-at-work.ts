import { codeMessage } from '#server/identity/index.ts';
import { deliveriesIn, NOTIFICATIONS, wordingFrom } from '#server/notifications/index.ts';
import { SMS_QUEUE } from '#shared/jobs/sms.ts';
import { notificationsWorker } from '#workers/notifications/index.ts';
import { type RelayPace, startOutboxRelay } from '#workers/outbox/index.ts';
import { prefixOf, queuesIn } from '#workers/platform/queues.ts';
import { smsWorker, twilioGateway } from '#workers/sms/index.ts';
import { ACCOUNT } from './simulator.ts';
import { phoneOf } from './texts.ts';

/** What the workers of a test lean on. */
export interface Ground {
  redisUrl: string;
  /** Name of the database. */
  database: string;
  simulatorUrl: string;
  /** Where receipts are to come. */
  publicUrl?: string;
  pace?: Partial<RelayPace>;
}
/** All that carries a text, in this process, as workers/main.ts puts it together; the relay sweeps oftener than in life. */
export function startTexts({ redisUrl, database, simulatorUrl, publicUrl = 'http://127.0.0.1:9', pace }: Ground) {
  const queues = queuesIn(redisUrl, prefixOf(database));
  const gateway = twilioGateway({ ...ACCOUNT, publicUrl, apiUrl: simulatorUrl, timeoutMs: 1_000 });
  const deliveries = deliveriesIn(wordingFrom({ publicUrl, phoneOf, codeMessage }));
  const workers = [smsWorker(queues, deliveries, gateway, { perSecond: 1_000 }), notificationsWorker(queues)];
  const relay = startOutboxRelay(
    { consumers: new Map([[NOTIFICATIONS, queues.entry(NOTIFICATIONS)]]), sms: queues.entry(SMS_QUEUE) },
    { sweepMs: 100, patienceMs: 500, ...pace },
  );
  return {
    async close(): Promise<void> {
      await relay.close();
      await Promise.all(workers.map((worker) => worker.close()));
      await queues.close();
    },
  };
}
