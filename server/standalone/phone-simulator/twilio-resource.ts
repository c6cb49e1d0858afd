import type { Message } from './messages.ts';

/** RFC 2822, whole seconds, as Twilio writes it. */
const rfc2822 = (instant: string | null): string | null =>
  instant && new Date(instant).toUTCString().replace('GMT', '+0000');
/** Where an account's messages are. */
export const messagesPath = (accountSid: string): string => `/2010-04-01/Accounts/${accountSid}/Messages`;

/** A message as Twilio's API shows it (Message resource, version 2010-04-01). */
export function messageResource(accountSid: string, message: Message): object {
  const { sid, status, errorCode } = message;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: 'outbound-api',
    error_code: errorCode,
    error_message: null,
    from: message.from,
    messaging_service_sid: message.messagingServiceSid,
    num_media: '0',
    num_segments: status === 'accepted' ? '0' : String(message.parts),
    price: null,
    price_unit: 'USD',
    sid,
    status,
    subresource_uris: { media: `${messagesPath(accountSid)}/${sid}/Media.json` },
    tags: null,
    to: message.to,
    uri: `${messagesPath(accountSid)}/${sid}.json`,
  };
}

/** Refusals that the simulator knows: Twilio's code and the HTTP status with it. */
const REFUSALS = {
  20003: 401,
  20404: 404,
  20429: 429,
  21211: 400,
  21408: 400,
  21602: 400,
  21603: 400,
  21604: 400,
  21610: 400,
  21614: 400,
  21617: 400,
} as const;
/** Twilio's code of a refusal. */
export type RefusalCode = keyof typeof REFUSALS;
/** A refusal as Twilio answers it. */
export const refusal = (code: RefusalCode, message: string): { status: number; body: object } => ({
  status: REFUSALS[code],
  body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status: REFUSALS[code] },
});

/** One page of a list, with the address of the next, which goes on after the last one shown. `params` are the filters as they came. */
export function pageOf(
  accountSid: string,
  found: readonly Message[],
  params: URLSearchParams,
): Record<string, unknown> {
  const size = Math.min(Math.max(Number(params.get('PageSize')) || 50, 1), 1_000);
  const page = Math.max(Number(params.get('Page')) || 0, 0);
  const token = params.get('PageToken');
  const start = token ? found.findIndex(({ sid }) => token === `PA${sid}`) + 1 : page * size;
  const shown = found.slice(start, start + size);
  const address = (of: number, first: number): string => {
    const query = new URLSearchParams(params);
    query.set('PageSize', String(size));
    query.set('Page', String(of));
    const before = found[first - 1];
    if (before) query.set('PageToken', `PA${before.sid}`);
    else query.delete('PageToken');
    return `${messagesPath(accountSid)}.json?${query}`;
  };
  return {
    end: start + Math.max(shown.length - 1, 0),
    first_page_uri: address(0, 0),
    next_page_uri: start + size < found.length ? address(page + 1, start + size) : null,
    page,
    page_size: size,
    previous_page_uri: page > 0 ? address(page - 1, start - size) : null,
    start,
    uri: address(page, start),
    messages: shown.map((message) => messageResource(accountSid, message)),
  };
}
