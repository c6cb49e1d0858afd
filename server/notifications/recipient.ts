import type { DeliveryChannel } from '#shared/domain/delivery.ts';

/** One-time codes are recipients of their own: whose phone or address it is, only identity knows. */
const CODES: Readonly<Record<string, DeliveryChannel>> = { 'phone-code': 'sms', 'email-code': 'email' };

/** Whoever an event is told to: a person as stated in one filing, a one-time code, or what another domain has registered. */
export interface Recipient {
  /** `person`, `phone-code`, `email-code`, or a kind that a domain has named for itself. */
  kind: string;
  id: string;
  /** True where a code proved the number or an operator heard it from the caller. */
  hasVerifiedPhone: boolean;
  /** The tick at filing, until it is taken back. */
  wantsSms: boolean;
  /** True where an address was left and letters to it are not turned off. */
  hasEmail: boolean;
  /** Seven Crockford characters of the short link, one per person and case; null where there is none. */
  link: string | null;
}
/** Somebody who can be told by letter and by nothing else. */
export const byLetter = (kind: string, id: string): Recipient => ({
  kind,
  id,
  hasVerifiedPhone: false,
  wantsSms: false,
  hasEmail: true,
  link: null,
});
/** A code on its way to a phone, which it is to prove. */
export const byText = (kind: string, id: string): Recipient => ({
  ...byLetter(kind, id),
  hasEmail: false,
});

/** Whether this is a one-time code: it was asked for just now and goes before everything else. */
export const isCode = (kind: string): boolean => kind in CODES;

/**
 * The ways by which somebody can be told of an event, the first that there is a template for being theirs: by e-mail where they
 * left an address (it costs the city nothing and takes up no line of a phone), by text otherwise. Nobody is told the same
 * thing twice; a way that fails gives over to the next one, once.
 */
export function channelsFor({ kind, hasEmail, hasVerifiedPhone, wantsSms }: Recipient): readonly DeliveryChannel[] {
  const ofCode = CODES[kind];
  if (ofCode) return [ofCode];
  if (!hasEmail) return ['sms'];
  return hasVerifiedPhone && wantsSms ? ['email', 'sms'] : ['email'];
}
