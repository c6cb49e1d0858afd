import type { Delivery } from './delivery.model.ts';

/** Words one delivery; null where the addressee is gone or the code has run out. */
export type Wording<Message> = (
  row: Pick<Delivery, 'subject' | 'recipient' | 'template' | 'values'> & Partial<Pick<Delivery, 'wording'>>,
) => Promise<Message | null>;

/** The city's address as people say it, without the scheme. */
export const siteOf = (publicUrl: string): string => publicUrl.replace(/^https?:\/\//, '');
