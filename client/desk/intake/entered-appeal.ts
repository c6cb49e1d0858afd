import type { enterAppeal } from '#shared/contract/appeals.ts';
import type { Written } from '#shared/contract/endpoint.ts';
import type { Values } from '../form/drafts.ts';

type Entered = Written<typeof enterAppeal, 'body'>;

/** How the form of a new appeal begins. */
export const UNTOUCHED_APPEAL: Values = { channel: 'phone', kind: 'application', replyBy: 'page' };

/**
 * The form's values as the body of an appeal. A field left empty is left out; nothing is judged here, for the server tells
 * every wrong field at once. A day of receipt counts where it is not today, or where a journal gave the number.
 */
export function enteredAppeal(values: Values, today: string): Entered {
  const said = (name: string): string | undefined => values[name]?.trim() || undefined;
  const group = (prefix: string, names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.flatMap((name) => [[name, said(`${prefix}.${name}`)] as const]).filter(isSaid));
  const anyOf = (whole: Record<string, string>) => (Object.keys(whole).length > 0 ? whole : undefined);
  const received = (): Record<string, string> | undefined => {
    const inJournal = group('received', ['number']);
    if ((said('received.on') ?? today) !== today)
      return { ...group('received', ['on', 'reasonCode', 'explanation']), ...inJournal };
    return inJournal.number ? { on: today, reasonCode: 'blackout', ...inJournal } : undefined;
  };
  return {
    channel: said('channel'),
    received: received(),
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
