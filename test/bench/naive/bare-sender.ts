// The floor of sending: the provider's SDK alone, fifty at once, no ledger and no pace. Says `sent` when all have gone.
import { twilioGateway } from '#workers/sms/index.ts';

const AT_ONCE = 50;
const { env } = process;
const gateway = twilioGateway({
  accountSid: env.TWILIO_ACCOUNT_SID ?? '',
  authToken: env.TWILIO_AUTH_TOKEN ?? '',
  messagingServiceSid: env.TWILIO_MESSAGING_SERVICE_SID ?? '',
  publicUrl: 'http://127.0.0.1',
  apiUrl: env.TWILIO_API_URL,
});
let next = Number(env.FIRST);
const end = next + Number(env.MANY);
async function send(): Promise<void> {
  while (next < end) {
    const to = `+38063${String(next).padStart(7, '0')}`;
    next += 1;
    const { outcome } = await gateway.send('f'.repeat(24), to, 'По зверненню 2611270001 є запит. Деталі: /c/ABCDEFG');
    if (outcome !== 'accepted') throw new Error(`the provider took none: ${outcome}`);
  }
}
process.once('SIGTERM', () => process.exit(0));
process.send?.('ready');
await Promise.all(Array.from({ length: AT_ONCE }, send));
process.stdout.write('sent\n');
