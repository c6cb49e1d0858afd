import { shiftClock } from '#server/platform/clock.ts';
import { readConfig, SettingsError } from '#server/platform/config.ts';
import { useLog } from '#server/platform/log.ts';
import { runProcess } from '#server/platform/process.ts';
import { startPhoneSimulator } from './phone-simulator.ts';

await runProcess('simulator', async (drain) => {
  const config = readConfig();
  useLog(config.LOG_LEVEL, 'simulator');
  if (config.VIDHUK_CLOCK !== undefined) shiftClock(config.VIDHUK_CLOCK);
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_URL: url } = config;
  if (!accountSid || !authToken || !url)
    throw new SettingsError('The phone simulator needs TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_API_URL.');
  const port = Number(new URL(url).port);
  const simulator = await startPhoneSimulator({ port, folder: config.VIDHUK_DATA_DIR, accountSid, authToken });
  drain(simulator.close);
});
