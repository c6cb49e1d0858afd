import * as z from 'zod/mini';
import { SUSPICIONS } from '#shared/domain/petition.ts';
import { endpoint } from './endpoint.ts';
import { id, moment, words } from './fields.ts';
import { PetitionQuery } from './petitions.ts';

/** So many signs of a hash name a group; more of it is told to nobody. */
export const HASH_SIGNS = 10;
const hash = () => z.string().check(z.regex(new RegExp(`^[\\w-]{${HASH_SIGNS}}$`)));
/** Signatures of one network, or of one range of 10,000 numbers, by the first signs of its keyed hash: never an address or a number. */
const group = { kind: z.enum(SUSPICIONS), hash: hash() };
/** The most signatures that are named one by one. */
const MOST_NAMED = 1_000;

/** Signatures that wait for a moderator, of one network or range. One that waits for both reasons is in two groups. */
const HeldGroup = z.object({
  kind: z.enum(SUSPICIONS),
  hash: z.string(),
  count: z.number(),
  firstAt: moment(),
  lastAt: moment(),
  /** The first few of them. */
  names: z.array(z.string()),
});
export type HeldGroup = z.infer<typeof HeldGroup>;

/** How many signatures came of one network or range; `held` of them wait, `removed` count no longer. */
const Source = z.object({ hash: z.string(), count: z.number(), held: z.number(), removed: z.number() });
export type SignatureSource = z.infer<typeof Source>;
/** How signatures came in the last three days. */
const Anomalies = z.object({
  /** Each hour of them, oldest first: by e-identification, by SMS, and of the latter how many were held. */
  hours: z.array(z.object({ at: moment(), eid: z.number(), sms: z.number(), held: z.number() })),
  /** Those that brought most, ten at the most. */
  networks: z.array(Source),
  ranges: z.array(Source),
});
export type Anomalies = z.infer<typeof Anomalies>;

const params = z.object({ id: id() });
export const listHeldSignatures = endpoint({
  method: 'GET',
  path: '/api/v1/desk/petitions/{id}/signatures/held',
  summary:
    'Signatures of a petition that wait for a moderator, by the network or range that they came of, largest first',
  params,
  query: z.strictObject({ page: PetitionQuery.shape.page }),
  replies: {
    200: z.object({
      items: z.array(HeldGroup),
      /** Of groups, on all pages. */
      total: z.number(),
      page: z.number(),
      pages: z.number(),
    }),
  },
  problems: [],
  permission: 'staff',
});
export const readAnomalies = endpoint({
  method: 'GET',
  path: '/api/v1/desk/petitions/{id}/anomalies',
  summary:
    'How signatures of a petition came in the last 72 hours, and which networks and ranges of numbers brought most',
  params,
  replies: { 200: Anomalies },
  problems: [],
  permission: 'staff',
});
export const releaseSignatures = endpoint({
  method: 'POST',
  path: '/api/v1/desk/petitions/{id}/signatures/release',
  summary: 'Let the signatures of a group count that waited for a moderator',
  params,
  body: z.strictObject({ group: z.strictObject(group) }),
  replies: { 200: z.object({ released: z.number() }) },
  problems: [],
  permission: 'staff',
});

const Filter = z.union([
  z.strictObject({ ...group, from: z.optional(moment()), to: z.optional(moment()) }),
  z.strictObject({ ids: z.array(id()).check(z.minLength(1), z.maxLength(MOST_NAMED)) }),
]);
/** Which signatures: of a network or range, from one instant to another, both included; or these. */
export type SignatureFilter = z.infer<typeof Filter>;
export const RemovalBody = z.strictObject({
  filter: Filter,
  reason: z.literal('fraud'),
  explanation: words({ min: 20, max: 1_000 }),
  /** Says how many there are, and removes none. */
  isTrial: z.boolean(),
});
export type RemovalBody = z.infer<typeof RemovalBody>;
export const removeSignatures = endpoint({
  method: 'POST',
  path: '/api/v1/desk/petitions/{id}/signatures/remove',
  summary: 'Strike signatures that are no person’s own; the public list keeps their places and says why',
  params,
  body: RemovalBody,
  replies: { 200: z.object({ count: z.number(), isTrial: z.boolean() }) },
  problems: [],
  permission: 'staff',
});
