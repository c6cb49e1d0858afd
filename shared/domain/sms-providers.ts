/** The kinds of gateways to phones, the ones under a Ukrainian operator's contract first: the order in which they are asked unless said otherwise. */
export const SMS_PROVIDERS = ['http', 'smpp', 'twilio'] as const;
/** One kind of gateway. */
export type SmsProvider = (typeof SMS_PROVIDERS)[number];

/** What stands before a provider's own id of a message in the ledger, so that it is known whose it is; Twilio's ids stay bare. */
export const PROVIDER_PREFIX: Readonly<Record<SmsProvider, string>> = { http: 'http:', smpp: 'smpp:', twilio: '' };
/** Whose id this is. */
export const providerOf = (providerId: string): SmsProvider =>
  SMS_PROVIDERS.find((name) => name !== 'twilio' && providerId.startsWith(PROVIDER_PREFIX[name])) ?? 'twilio';
