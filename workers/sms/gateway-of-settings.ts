import type { Config } from '#server/platform/config.ts';
import { log } from '#server/platform/log.ts';
import { SMS_PROVIDERS, type SmsProvider } from '#shared/domain/sms-providers.ts';
import { failoverGateway } from './failover.gateway.ts';
import { httpGateway } from './http.gateway.ts';
import { takeLineReceipt } from './line-receipts.ts';
import { smppGateway } from './smpp.gateway.ts';
import type { SmsGateway } from './sms.gateway.ts';
import { twilioGateway } from './twilio.gateway.ts';

/** One gateway by its settings; null where they are not all there. */
function gatewayBy(name: SmsProvider, config: Config): SmsGateway | null {
  const { PUBLIC_URL: publicUrl, SMS_SENDER: sender = 'OdesaRada' } = config;
  if (name === 'http') {
    const { SMS_HTTP_URL: url, SMS_HTTP_KEY: key } = config;
    return url && key ? httpGateway({ url, key, sender, publicUrl }) : null;
  }
  if (name === 'smpp') {
    const { SMS_SMPP_URL: url } = config;
    return url ? smppGateway({ url, sender, onReceipt: takeLineReceipt }) : null;
  }
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = config;
  const { TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid, TWILIO_API_URL: apiUrl } = config;
  if (!accountSid || !authToken || !messagingServiceSid) return null;
  return twilioGateway({ accountSid, authToken, messagingServiceSid, publicUrl, apiUrl });
}

/**
 * The way to phones that the settings name, with the next gateway behind the first; null where they name none, and texts wait in
 * the ledger.
 */
export function smsGatewayOf(config: Config): SmsGateway | null {
  const gateways = new Map(
    (config.SMS_GATEWAYS ?? SMS_PROVIDERS).flatMap((name) => {
      const gateway = gatewayBy(name, config);
      return gateway ? [[name, gateway] as const] : [];
    }),
  );
  if (gateways.size > 0) return failoverGateway(gateways);
  log().warn('no provider of text messages is set: texts wait in the ledger');
  return null;
}
