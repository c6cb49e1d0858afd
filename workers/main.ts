import mongoose from 'mongoose';
import { loadCalendar } from '#server/calendar/index.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { executorLetterWriter } from '#server/executors/index.ts';
import { codeMessage } from '#server/identity/index.ts';
import { refuseOlderSchema } from '#server/migrations.ts';
import { subscriberLetters } from '#server/news/index.ts';
import {
  codeLetters,
  letterDeliveriesIn,
  letterWording,
  NOTIFICATIONS,
  personLetters,
  textDeliveriesIn,
  textWording,
  useLetterWriter,
} from '#server/notifications/index.ts';
import { emailOf, phoneOf } from '#server/people/index.ts';
import {
  COUNCIL,
  councilLetters,
  isPetitionRecipient,
  loadCharters,
  PETITION_RECIPIENTS,
  petitionLetters,
  petitionPhoneOf,
} from '#server/petitions/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { type Config, readConfig } from '#server/platform/config.ts';
import { connectDatabase, disconnectDatabase, isDatabaseReady } from '#server/platform/database.ts';
import { filesBy, useFiles } from '#server/platform/files/files.ts';
import { log, useLog } from '#server/platform/log.ts';
import { runProcess } from '#server/platform/process.ts';
import { isRedisReady } from '#server/platform/redis.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { POST } from '#server/post/index.ts';
import { installRegimes } from '#server/regimes.ts';
import { answerToSend, letterLinkFor } from '#server/register/index.ts';
import { overduePaper } from '#server/reports/overdue.paper.ts';
import { startBulk } from './bulk/index.ts';
import { startCalendar } from './calendar/index.ts';
import { startExecutors } from './executors/index.ts';
import { startFates } from './fates/index.ts';
import { startForgetting } from './forgetting/index.ts';
import { type MailGateway, mailWorker, smtpGateway } from './mail/index.ts';
import { startNews } from './news/index.ts';
import { notificationsWorker } from './notifications/index.ts';
import { startOpenData } from './open-data/index.ts';
import { channelQueue, startOutboxRelay } from './outbox/index.ts';
import { startPetitions, startSealing } from './petitions/index.ts';
import { startHeartbeat } from './platform/heartbeat.ts';
import { prefixOf, queuesIn } from './platform/queues.ts';
import { postWorker } from './post/index.ts';
import { startRetention } from './retention/index.ts';
import { startRoots } from './roots/index.ts';
import { smsGatewayOf, smsWorker } from './sms/index.ts';

/** The mail server that the settings name; null where they name none, and letters wait in the ledger. */
function mailGatewayOf({ SMTP_URL: url, MAIL_FROM, PUBLIC_URL }: Config): MailGateway | null {
  const from = MAIL_FROM ?? { name: '', address: `no-reply@${new URL(PUBLIC_URL).hostname}` };
  if (url) return smtpGateway({ url, from });
  log().warn('no mail server is set: letters wait in the ledger');
  return null;
}

/** The number of a recipient, of whichever domain they are. */
const phoneOfRecipient = (id: string, kind: string): Promise<string | null> =>
  isPetitionRecipient(kind) ? petitionPhoneOf(id, kind) : phoneOf(id);

await runProcess('work', async (drain) => {
  const config = readConfig();
  useLog(config.LOG_LEVEL, 'work');
  if (config.VIDHUK_CLOCK !== undefined) shiftClock(config.VIDHUK_CLOCK);
  await connectDatabase(config.MONGODB_URI);
  drain(disconnectDatabase);
  await refuseOlderSchema();
  await loadCalendar();
  await loadCatalogue(); // letters name categories and departments
  await loadCharters();
  useKeys(config);
  useFiles(filesBy(config));
  installRegimes();

  const queues = queuesIn(config.REDIS_URL, prefixOf(mongoose.connection.name));
  drain(queues.close);
  const publicUrl = config.PUBLIC_URL;
  const smsGateway = smsGatewayOf(config);
  if (smsGateway) {
    const sms = smsWorker(
      queues,
      textDeliveriesIn(textWording({ publicUrl, phoneOf: phoneOfRecipient, codeMessage })),
      smsGateway,
      config.SMS_PER_SECOND,
    );
    drain(async () => {
      await sms.close();
      await smsGateway.close();
    });
    const forgetting = startForgetting(smsGateway);
    drain(forgetting.close);
  }
  useLetterWriter('person', personLetters({ publicUrl, emailOf, answerFor: answerToSend, letterLinkFor }));
  for (const kind of PETITION_RECIPIENTS) useLetterWriter(kind, petitionLetters(publicUrl));
  useLetterWriter(COUNCIL, councilLetters(publicUrl));
  useLetterWriter('email-code', codeLetters({ publicUrl, codeMessage }));
  useLetterWriter('subscription', subscriberLetters(publicUrl));
  useLetterWriter('executor-letter', executorLetterWriter(publicUrl, overduePaper));
  const mailGateway = mailGatewayOf(config);
  if (mailGateway) {
    const mail = mailWorker(queues, letterDeliveriesIn(letterWording(publicUrl)), mailGateway, config.MAIL_PER_SECOND);
    drain(() => mail.close());
  }
  const notifications = notificationsWorker(queues);
  drain(() => notifications.close());
  const post = postWorker(queues);
  drain(() => post.close());
  const relay = startOutboxRelay({
    consumers: new Map([
      [NOTIFICATIONS, queues.entry(NOTIFICATIONS)],
      [POST, queues.entry(POST)],
    ]),
    channels: {
      sms: channelQueue(queues, 'sms', config.SMS_PER_SECOND),
      email: channelQueue(queues, 'email', config.MAIL_PER_SECOND),
    },
  });
  drain(relay.close);
  const news = startNews();
  drain(news.close);
  const retention = startRetention();
  drain(retention.close);
  const calendar = startCalendar();
  drain(calendar.close);
  const executors = startExecutors();
  drain(executors.close);
  const bulk = startBulk();
  drain(bulk.close);
  const fates = startFates();
  drain(fates.close);
  const roots = startRoots();
  drain(roots.close);
  const sealing = startSealing();
  drain(sealing.close);
  const petitions = startPetitions();
  drain(petitions.close);
  const openData = startOpenData();
  drain(openData.close);
  const heart = await startHeartbeat(async () => (await isDatabaseReady()) && (await isRedisReady(config.REDIS_URL)));
  drain(heart.close);
});
