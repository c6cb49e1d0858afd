import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, legalDate, moment } from './fields.ts';

/** What the audit tells apart: personal data that was shown or taken away, and what was done to accounts. */
export const AUDIT_AREAS = ['personal-data', 'accounts'] as const;
export type AuditArea = (typeof AUDIT_AREAS)[number];

/** One deed of somebody of the staff: ids, codes and numbers, and nothing that a case says. */
const AuditEntry = z.object({
  id: id(),
  at: moment(),
  kind: z.string(),
  /** Who did it; null where the account is gone. */
  actor: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  /** Whose account it was done to, where that is another's. */
  member: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  /** In whose place it was done (заміщення); null for one's own right. */
  inPlaceOf: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  /** Whose work a delegation hands to the member; null for what is about none. */
  giver: z.nullable(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  reasonCode: z.nullable(z.string()),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Who saw what and did what, newest first. */
export const readAudit = endpoint({
  method: 'GET',
  path: '/api/v1/audit',
  summary: 'Who was shown personal data or took it away, and what was done to accounts, newest first',
  query: z.object({
    area: z.optional(z.enum(AUDIT_AREAS)),
    /** Whose deeds. */
    staff: z.optional(id()),
    /** The public number of a case. */
    number: z.optional(z.string().check(z.regex(/^\d{10}$/))),
    /** Days in Kyiv, both included. */
    from: z.optional(legalDate()),
    to: z.optional(legalDate()),
    cursor: z.optional(z.string().check(z.maxLength(400))),
    limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
  }),
  replies: { 200: z.object({ items: z.array(AuditEntry), next: z.nullable(z.string()) }) },
  problems: [],
  permission: 'audit.read',
});
