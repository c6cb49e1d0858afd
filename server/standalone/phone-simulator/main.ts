import { shiftClock } from '#server/platform/clock.ts';
import { readConfig, SettingsError } from '#server/platform/config.ts';
import { useLog } from '#server/platform/log.ts';
import { runProcess } from '#server/platform/process.ts';
import { startMailCatcher } from '#server/standalone/mail-catcher/mail-catcher.ts';
import { startPhoneSimulator } from './phone-simulator.ts';

await runProcess('simulator', async (drain) => {
  const config = readConfig();
  useLog(config.LOG_LEVEL, 'simulator');
  if (config.VIDHUK_CLOCK !== undefined) shiftClock(config.VIDHUK_CLOCK);
  const {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_API_URL: phones,
    SMTP_URL: mail,
  } = config;
  if (!accountSid || !authToken || !phones || !mail)
    throw new SettingsError('The simulator needs TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_URL and SMTP_URL.');
  const folder = config.VIDHUK_DATA_DIR;
  const portOf = (url: string): number => Number(new URL(url).port);
  const simulator = await startPhoneSimulator({ port: portOf(phones), folder, accountSid, authToken });
  drain(simulator.close);
  const catcher = await startMailCatcher({ port: portOf(mail), folder });
  drain(catcher.close);
});
