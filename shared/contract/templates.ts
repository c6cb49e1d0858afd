import * as z from 'zod/mini';
import { ANSWER_RESULTS } from '#shared/domain/appeal.ts';
import { TEMPLATE_GROUNDS, TEMPLATE_USES } from '#shared/domain/templates.ts';
import { endpoint } from './endpoint.ts';
import { code, id, moment, text } from './fields.ts';

const ground = () => z.enum([...TEMPLATE_GROUNDS.returning, ...TEMPLATE_GROUNDS.termination]);
/** What a template says, and when it is offered. */
const content = {
  name: text({ min: 3, max: 120 }),
  use: z.enum(TEMPLATE_USES),
  text: text({ min: 20, max: 10_000 }),
  /** Of answers only. */
  result: z.nullable(z.enum(ANSWER_RESULTS)),
  /** Of returns and terminations only. */
  ground: z.nullable(ground()),
  /** How to contest a refusal; of refusals only. */
  appealRoute: z.nullable(text({ min: 10, max: 2000 })),
  /** The category, with all below it, for which it stands first; null for any. */
  categoryCode: z.nullable(code()),
  /** Whether it is offered at the desk. */
  isActive: z.boolean(),
};
const TemplateContent = z.strictObject(content);
export type TemplateContent = z.infer<typeof TemplateContent>;
/** A template as it stands now. */
export const Template = z.object({ id: id(), version: z.number(), ...content });
export type Template = z.infer<typeof Template>;
/** A template as it was, by whom and when. */
const TemplateVersion = z.object({
  ...content,
  version: z.number(),
  savedBy: z.nullable(z.string()),
  savedAt: moment(),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

/** The templates in use; those who keep them get the others too. */
export const listTemplates = endpoint({
  method: 'GET',
  path: '/api/v1/templates',
  summary: 'Templates of answers and notices by name: those in use, and all of them for whoever keeps them',
  replies: { 200: z.object({ items: z.array(Template), next: z.null() }) },
  problems: [],
  permission: 'staff',
});
const permission = 'reference.manage';
/** Adds a template. */
export const addTemplate = endpoint({
  method: 'POST',
  path: '/api/v1/templates',
  summary: 'Add a template; one that lacks what the law wants said can be kept, but not put into use',
  body: TemplateContent,
  replies: { 201: Template },
  problems: [],
  permission,
});
/** Makes the next version of a template. */
export const changeTemplate = endpoint({
  method: 'POST',
  path: '/api/v1/templates/{id}',
  summary: 'Make the next version of a template; the earlier ones stay on file',
  params: z.object({ id: id() }),
  body: z.extend(TemplateContent, { expectedVersion: z.int() }),
  replies: { 200: Template },
  problems: ['version.stale'],
  permission,
});
/** Every version that there was. */
export const listTemplateVersions = endpoint({
  method: 'GET',
  path: '/api/v1/templates/{id}/versions',
  summary: 'Every version of a template, the newest first',
  params: z.object({ id: id() }),
  replies: { 200: z.object({ items: z.array(TemplateVersion), next: z.null() }) },
  problems: [],
  permission,
});
