import mongoose from 'mongoose';
import { loadCalendar } from '#server/calendar/index.ts';
import { codeMessage } from '#server/identity/index.ts';
import { refuseOlderSchema } from '#server/migrations.ts';
import { deliveriesIn, NOTIFICATIONS, wordingFrom } from '#server/notifications/index.ts';
import { phoneOf } from '#server/people/index.ts';
import { shiftClock } from '#server/platform/clock.ts';
import { type Config, readConfig } from '#server/platform/config.ts';
import { connectDatabase, disconnectDatabase } from '#server/platform/database.ts';
import { log, useLog } from '#server/platform/log.ts';
import { runProcess } from '#server/platform/process.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { SMS_QUEUE } from '#shared/jobs/sms.ts';
import { notificationsWorker } from './notifications/index.ts';
import { startOutboxRelay } from './outbox/index.ts';
import { prefixOf, queuesIn } from './platform/queues.ts';
import { type SmsGateway, smsWorker, twilioGateway } from './sms/index.ts';

/** The provider that the settings name; null where they name none, and texts wait in the ledger. */
function gatewayOf(config: Config): SmsGateway | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = config;
  const { TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid, TWILIO_API_URL: apiUrl, PUBLIC_URL: publicUrl } = config;
  if (accountSid && authToken && messagingServiceSid)
    return twilioGateway({ accountSid, authToken, messagingServiceSid, publicUrl, apiUrl });
  log().warn('no provider of text messages is set: texts wait in the ledger');
  return null;
}

await runProcess('work', async (drain) => {
  const config = readConfig();
  useLog(config.LOG_LEVEL, 'work');
  if (config.VIDHUK_CLOCK !== undefined) shiftClock(config.VIDHUK_CLOCK);
  await connectDatabase(config.MONGODB_URI);
  drain(disconnectDatabase);
  await refuseOlderSchema();
  await loadCalendar();
  useKeys(config);
  installRegimes();

  const queues = queuesIn(config.REDIS_URL, prefixOf(mongoose.connection.name));
  drain(queues.close);
  const gateway = gatewayOf(config);
  if (gateway) {
    const word = wordingFrom({ publicUrl: config.PUBLIC_URL, phoneOf, codeMessage });
    const sms = smsWorker(queues, deliveriesIn(word), gateway);
    drain(() => sms.close());
  }
  const notifications = notificationsWorker(queues);
  drain(() => notifications.close());
  const relay = startOutboxRelay({
    consumers: new Map([[NOTIFICATIONS, queues.entry(NOTIFICATIONS)]]),
    sms: queues.entry(SMS_QUEUE),
  });
  drain(relay.close);
});
