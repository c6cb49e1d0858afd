import { codeMessage } from '#server/identity/index.ts';
import {
  type AnswerToSend,
  codeLetters,
  letterDeliveriesIn,
  letterWording,
  NOTIFICATIONS,
  personLetters,
  textDeliveriesIn,
  textWording,
  useLetterWriter,
} from '#server/notifications/index.ts';
import { letterLinkFor } from '#server/register/index.ts';
import { mailWorker, smtpGateway } from '#workers/mail/index.ts';
import { notificationsWorker } from '#workers/notifications/index.ts';
import { channelQueue, type RelayPace, startOutboxRelay } from '#workers/outbox/index.ts';
import { prefixOf, queuesIn } from '#workers/platform/queues.ts';
import { type SmsGateway, smsWorker, twilioGateway } from '#workers/sms/index.ts';
import { ACCOUNT } from './simulator.ts';
import { emailOf, phoneOf } from './texts.ts';

/** What the workers of a test lean on. */
export interface Ground {
  redisUrl: string;
  /** Name of the database. */
  database: string;
  simulatorUrl: string;
  /** The way to phones, where it is not Twilio's alone. */
  gateway?: SmsGateway;
  /** Where letters go; without it they wait, as in a city that has set no mail server. */
  smtpUrl?: string;
  /** The answer that a letter may carry whole. */
  answer?: AnswerToSend | null;
  /** Where receipts are to come. */
  publicUrl?: string;
  pace?: Partial<RelayPace>;
}
const PER_SECOND = 1_000;
/** All that carries a message, in this process, as workers/main.ts puts it together; the relay sweeps oftener than in life. */
export function startTexts(ground: Ground) {
  const { redisUrl, database, simulatorUrl, smtpUrl, answer = null, publicUrl = 'http://127.0.0.1:9', pace } = ground;
  const queues = queuesIn(redisUrl, prefixOf(database));
  const { gateway = twilioGateway({ ...ACCOUNT, publicUrl, apiUrl: simulatorUrl, timeoutMs: 1_000 }) } = ground;
  const texts = textDeliveriesIn(textWording({ publicUrl, phoneOf, codeMessage }));
  const workers = [smsWorker(queues, texts, gateway, PER_SECOND), notificationsWorker(queues)];
  useLetterWriter('person', personLetters({ publicUrl, emailOf, answerFor: async () => answer, letterLinkFor }));
  useLetterWriter('email-code', codeLetters({ publicUrl, codeMessage }));
  if (smtpUrl) {
    const mail = smtpGateway({
      url: smtpUrl,
      from: { name: 'Відгук', address: 'no-reply@city.example' },
      timeoutMs: 1_000,
    });
    workers.push(mailWorker(queues, letterDeliveriesIn(letterWording(publicUrl)), mail, PER_SECOND));
  }
  const relay = startOutboxRelay(
    {
      consumers: new Map([[NOTIFICATIONS, queues.entry(NOTIFICATIONS)]]),
      channels: {
        sms: channelQueue(queues, 'sms', PER_SECOND),
        email: channelQueue(queues, 'email', PER_SECOND),
      },
    },
    { sweepMs: 100, patienceMs: 500, ...pace },
  );
  return {
    async close(): Promise<void> {
      await relay.close();
      await Promise.all(workers.map((worker) => worker.close()));
      await gateway.close();
      await queues.close();
    },
  };
}
