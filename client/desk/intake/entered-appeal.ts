import type { enterAppeal } from '#shared/contract/appeals.ts';
import type { Written } from '#shared/contract/endpoint.ts';
import type { Values } from '../form/drafts.ts';

type Entered = Written<typeof enterAppeal, 'body'>;

/** How the form of a new appeal begins. */
export const UNTOUCHED_APPEAL: Values = { channel: 'phone', kind: 'application', replyBy: 'page' };

/**
 * The form's values as the body of an appeal. A field left empty is left out; nothing is judged here, for the server tells
 * every wrong field at once. A day of receipt counts where it is not today.
 */
export function enteredAppeal(values: Values, today: string): Entered {
  const said = (name: string): string | undefined => values[name]?.trim() || undefined;
  const group = (prefix: string, names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.flatMap((name) => [[name, said(`${prefix}.${name}`)] as const]).filter(isSaid));
  const anyOf = (whole: Record<string, string>) => (Object.keys(whole).length > 0 ? whole : undefined);
  return {
    channel: said('channel'),
    received:
      (said('received.on') ?? today) === today ? undefined : group('received', ['on', 'reasonCode', 'explanation']),
    kind: said('kind'),
    categoryCode: said('categoryCode'),
    text: said('text'),
    place: anyOf(group('place', ['address', 'description'])),
    contested:
      said('kind') === 'complaint'
        ? anyOf(group('contested', ['decision', 'departmentId', 'decidedOn', 'learnedOn']))
        : undefined,
    applicant: group('applicant', ['lastName', 'firstName', 'patronymic', 'residence']),
    contact: group('contact', ['phone', 'email', 'landline', 'postal']),
    replyBy: said('replyBy'),
    consents: { sms: said('consents.sms') === 'true', publication: said('consents.publication') === 'true' },
  } as Entered;
}
const isSaid = (pair: readonly [string, string | undefined]): pair is readonly [string, string] =>
  pair[1] !== undefined;
