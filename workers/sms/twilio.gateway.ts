import twilio from 'twilio';
import type { Sent, SmsGateway } from './sms.gateway.ts';

/** Errors that say the number or the text is at fault, so trying again is no use (Twilio's error and warning dictionary). */
const REFUSALS = new Set([21211, 21217, 21408, 21602, 21604, 21610, 21612, 21614, 21617]);
/** Faults before a connection stood: nothing has left. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** The provider's dates are whole seconds of its own clock. */
const SLACK_MS = 5_000;
const TIMEOUT_MS = 10_000;
/** Messages that the provider is asked for at once, newest first. */
const PAGE = 50;

/** What an error of the SDK says of the message: a 5xx or a time-out may have been sent, any other answer was not. */
function outcomeOf({
  code,
  status,
}: {
  code?: number | string;
  status?: number;
}): Exclude<Sent, { outcome: 'accepted' }> {
  if (status === undefined) {
    const isCertain = NEVER_LEFT.has(String(code));
    return { outcome: isCertain ? 'busy' : 'unknown', cause: isCertain ? 'no-connection' : 'no-answer' };
  }
  const cause = code === undefined ? `http-${status}` : `twilio-${code}`;
  if (status >= 500) return { outcome: 'unknown', cause };
  return { outcome: REFUSALS.has(Number(code)) ? 'refused' : 'busy', cause };
}

/** The account, and where Twilio reaches us with its receipts. */
export interface TwilioSettings {
  accountSid: string;
  authToken: string;
  messagingServiceSid: string;
  publicUrl: string;
  /** Where the SDK sends instead of api.twilio.com, such as the phone simulator. */
  apiUrl?: string | undefined;
  /** Milliseconds until a silent provider is given up on. */
  timeoutMs?: number;
}

type Listed = Pick<Awaited<ReturnType<twilio.Twilio['messages']['page']>>, 'instances' | 'nextPage'>;

/** Twilio behind the port. The callback names the delivery, so a receipt finds its row even where the answer to `send` was lost. */
export function twilioGateway(settings: TwilioSettings): SmsGateway {
  const { accountSid, authToken, messagingServiceSid, publicUrl, apiUrl, timeoutMs = TIMEOUT_MS } = settings;
  const httpClient = new twilio.RequestClient({ timeout: timeoutMs });
  const client = twilio(accountSid, authToken, { httpClient, autoRetry: false });
  if (apiUrl) client.api.baseUrl = apiUrl.replace(/\/+$/, '');

  return {
    async send(deliveryId, to, body) {
      const statusCallback = `${publicUrl}/hooks/twilio/status?delivery=${deliveryId}`;
      try {
        const { sid } = await client.messages.create({ to, body, messagingServiceSid, statusCallback });
        return sid ? { outcome: 'accepted', providerId: sid } : { outcome: 'unknown', cause: 'no-sid' };
      } catch (cause) {
        return outcomeOf(cause as object);
      }
    },
    async takenSince(since, to, body) {
      const from = since.getTime() - SLACK_MS;
      const found: string[] = [];
      try {
        // By `to` alone: a message that was taken but not yet sent has no date of sending to filter by.
        for (let page: Listed = await client.messages.page({ to, pageSize: PAGE }); ; ) {
          const recent = page.instances.filter(({ dateCreated }) => dateCreated.getTime() >= from);
          found.push(...recent.flatMap((one) => (one.body === body ? [one.sid] : [])));
          const next = recent.length < page.instances.length ? undefined : await page.nextPage();
          if (!next) return found;
          page = next;
        }
      } catch (cause) {
        throw new Error(`the provider cannot be asked: ${outcomeOf(cause as object).cause}`); // its own words may carry the number
      }
    },
  };
}
