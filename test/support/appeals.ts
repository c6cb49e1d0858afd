import type { z } from 'zod/mini';
import type { NewAppeal } from '#shared/contract/filing.ts';

/** An appeal as a client writes it. */
export type Draft = z.input<typeof NewAppeal>;
/** A filing that nothing is wrong with, with whatever matters to the test put over it. */
export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  kind: 'application',
  categoryCode: 'street-light',
  text: 'Біля під’їзду вже тиждень не горить ліхтар.',
  place: { address: 'вул. Софіївська, 8' },
  applicant: { lastName: 'Коваль', firstName: 'Іван', residence: 'м. Одеса, вул. Софіївська, 8' },
  contact: { phone: '067 123 45 67' },
  consents: { sms: true },
  ...over,
});
