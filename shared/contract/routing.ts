import * as z from 'zod/mini';
import { CHANNELS } from '#shared/domain/appeal.ts';
import { ROUTING_EVENTS } from '#shared/domain/routing.ts';
import { endpoint } from './endpoint.ts';
import { code, id, moment, text } from './fields.ts';

const permission = 'reference.manage';
const version = () => z.int().check(z.gte(0));
const conditions = {
  /** A topic with everything below it. */
  categoryCode: z.nullable(code()),
  districtCode: z.nullable(code()),
  channel: z.nullable(z.enum(CHANNELS)),
};
/** What a person says of a rule; whether it is on is said apart. */
export const TypedRule = z.strictObject({
  name: text({ min: 3, max: 120 }),
  ...conditions,
  /** One of them is enough; of a phrase all words are needed. */
  words: z.array(text({ min: 1, max: 100 })).check(z.maxLength(30)),
  departmentId: id(),
});
export type TypedRule = z.infer<typeof TypedRule>;
const Rule = z.object({
  id: id(),
  name: z.string(),
  ...conditions,
  words: z.array(z.string()),
  departmentId: id(),
  isOn: z.boolean(),
});
/** All rules in the order in which they are asked, and the version of the whole. */
export const RuleSet = z.object({ version: version(), rules: z.array(Rule) });
export type RuleSet = z.infer<typeof RuleSet>;
/** A change of the rules: who made it, and the rule's present name, where it is there still. */
const RuleChange = z.object({
  seq: z.number(),
  kind: z.enum(ROUTING_EVENTS),
  at: moment(),
  by: z.string(),
  name: z.nullable(z.string()),
});
export type RuleChange = z.infer<typeof RuleChange>;
const set = { replies: { 200: RuleSet }, problems: ['version.stale'], permission } as const;

/** The rules as they stand. */
export const listRules = endpoint({
  method: 'GET',
  path: '/api/v1/routing/rules',
  summary: 'All routing rules in their order, drafts among them, and the last changes of them',
  replies: { 200: z.extend(RuleSet, { changes: z.array(RuleChange) }) },
  problems: [],
  permission,
});
/** Adds a rule at the end, or changes one. */
export const putRule = endpoint({
  method: 'POST',
  path: '/api/v1/routing/rules',
  summary: 'Add a routing rule at the end, or change the one of that id; it is a draft until it is switched on',
  body: z.strictObject({ expectedVersion: version(), id: z.nullable(id()), rule: TypedRule }),
  ...set,
});
/** Puts all rules in this order. */
export const orderRules = endpoint({
  method: 'POST',
  path: '/api/v1/routing/order',
  summary: 'Put all routing rules in this order; the first that fits a case wins',
  body: z.strictObject({ expectedVersion: version(), ids: z.array(id()).check(z.maxLength(200)) }),
  ...set,
});
/** Switches a rule on or off. */
export const switchRule = endpoint({
  method: 'POST',
  path: '/api/v1/routing/rules/{id}/switch',
  summary: 'Switch a routing rule on, or make it a draft again',
  params: z.object({ id: id() }),
  body: z.strictObject({ expectedVersion: version(), isOn: z.boolean() }),
  ...set,
});
/** Takes a rule away. */
export const removeRule = endpoint({
  method: 'POST',
  path: '/api/v1/routing/rules/{id}/remove',
  summary: 'Take a routing rule away',
  params: z.object({ id: id() }),
  body: z.strictObject({ expectedVersion: version() }),
  ...set,
});

/** Of the cases that somebody has assigned: how many the rules would have sent to the same department. */
const Agreement = z.object({
  /** Cases that would be taken. */
  takes: z.number(),
  /** Of them, those that nobody has assigned. */
  unassigned: z.number(),
  /** Of them, those that went to the very department. */
  agreed: z.number(),
});
/** What a rule would have done to the cases of the last days. */
export const RuleTrial = z.object({
  days: z.number(),
  /** How many cases came in those days; where they are more than the trial looks at, it looks at the newest. */
  total: z.number(),
  looked: z.number(),
  rule: z.extend(Agreement, {
    /** Cases that fit it, and that a rule before it takes. */
    takenBefore: z.number(),
    /** Cases that fit it, and that the law keeps from its department. */
    skipped: z.number(),
    /** To which departments the taken ones went in fact, most first. */
    went: z.array(z.object({ departmentId: id(), count: z.number() })),
    /** The newest hundred that went elsewhere. */
    differences: z.array(
      z.object({
        caseId: id(),
        number: z.string(),
        index: z.nullable(z.string()),
        categoryCode: code(),
        departmentId: id(),
      }),
    ),
  }),
  /** All rules that are on, with this one in its place. */
  set: Agreement,
});
export type RuleTrial = z.infer<typeof RuleTrial>;
/** Tries a rule on past cases. */
export const tryRule = endpoint({
  method: 'POST',
  path: '/api/v1/routing/trial',
  summary: 'Try a routing rule among those that are on, on the cases of the last days; nothing is changed',
  body: z.strictObject({
    /** The rule whose place it takes; null puts it at the end. */
    id: z.nullable(id()),
    rule: TypedRule,
    days: z.int().check(z.gte(1), z.lte(365)),
  }),
  replies: { 200: RuleTrial },
  problems: [],
  permission,
});

const Named = z.object({ id: id(), name: z.string(), departmentId: id() });
/** What the rules that are on say of one case; a person decides. */
export const CaseRouting = z.object({
  /** How many rules are on. */
  rules: z.number(),
  /** The rule that fits, with its conditions and the words of it that were met. */
  match: z.nullable(z.extend(Named, { ...conditions, words: z.array(z.string()) })),
  /** Rules before it that fit, and why their departments must not have this case. */
  skipped: z.array(z.extend(Named, { reason: z.string() })),
});
export type CaseRouting = z.infer<typeof CaseRouting>;
/** Which department the rules suggest for a case. */
export const readRouting = endpoint({
  method: 'GET',
  path: '/api/v1/register/{id}/routing',
  summary: 'Which department the routing rules suggest for a case, and why; nothing is assigned by it',
  params: z.object({ id: id() }),
  replies: { 200: CaseRouting },
  problems: [],
  permission: 'staff',
});
