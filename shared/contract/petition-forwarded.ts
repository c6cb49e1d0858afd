import * as z from 'zod/mini';
import { LAST_DATE } from '#shared/domain/legal-clock/legal-date.ts';
import { email, even, legalDate, webAddress, words, wrong } from './fields.ts';
import { PetitionWords } from './own-petition.ts';
import { PublicName } from './petitions.ts';

/** More people than a community has. */
const MOST_SIGNATURES = 10_000_000;
type Dates = Record<'startedOn' | 'endsOn' | 'sentOn' | 'receivedOn', string>;
/** Which of two dates cannot be before the other: collection begins, then the petition is sent, then it is received. */
const ORDER: readonly (readonly [earlier: keyof Dates, later: keyof Dates])[] = [
  ['startedOn', 'endsOn'],
  ['startedOn', 'sentOn'],
  ['sentOn', 'receivedOn'],
];

/**
 * A petition whose signatures a civic association collected on its own site, with all that the association has to tell the council
 * of it (Law 393/96-ВР, art. 23-1).
 */
export const ForwardedPetition = z
  .strictObject({
    ...PetitionWords,
    ...PublicName,
    email: email(),
    association: z.strictObject({
      name: words({ min: 2, max: 200 }),
      email: email(),
      /** Its page with those who signed. */
      url: webAddress(),
    }),
    /** When collection began and, as the association says, until when it lasts. */
    startedOn: legalDate(),
    endsOn: legalDate().check(
      z.check((ctx) => {
        if (ctx.value > LAST_DATE) ctx.issues.push({ ...wrong('field.invalid'), input: ctx.value });
      }),
    ),
    sentOn: legalDate(),
    receivedOn: legalDate(),
    signatures: z.int().check(z.gte(1), z.lte(MOST_SIGNATURES)),
  })
  .check(
    even(
      z.check((ctx) => {
        for (const [earlier, later] of ORDER) {
          const [from, to] = [ctx.value[earlier], ctx.value[later]];
          if (typeof from === 'string' && typeof to === 'string' && to < from)
            ctx.issues.push({ ...wrong('date.out-of-order', [later]), input: to });
        }
      }),
    ),
  );
export type ForwardedPetition = z.infer<typeof ForwardedPetition>;
