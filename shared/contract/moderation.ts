import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { code, id, moment, text, words } from './fields.ts';

/** Why somebody writes of what is shown: their own data are in it, it must not be shown, or something else is wrong. */
export const REPORT_KINDS = ['my-data', 'not-for-show', 'other'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What the form of a report takes; a contact is needed by nobody and helps to answer. */
export const NewReport = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  text: words({ min: 10, max: 2000 }),
  contact: z.optional(text({ min: 5, max: 200 })),
});
export type NewReport = z.infer<typeof NewReport>;

/** A report as those who publish see it. */
export const Report = z.object({
  id: id(),
  caseId: id(),
  kind: z.enum(REPORT_KINDS),
  text: z.string(),
  contact: z.nullable(z.string()),
  at: moment(),
});
export type Report = z.infer<typeof Report>;

/** Reports that wait for somebody, oldest first. */
export const listReports = endpoint({
  method: 'GET',
  path: '/api/v1/reports',
  summary: 'Reports on what is shown of cases, oldest first',
  replies: { 200: z.object({ items: z.array(Report), next: z.null() }) },
  problems: [],
  permission: 'case.publish',
});
/** A report was looked into. */
export const settleReport = endpoint({
  method: 'POST',
  path: '/api/v1/reports/{id}/settle',
  summary: 'Take a report off the list once it was looked into',
  params: z.object({ id: id() }),
  replies: { 200: z.object({ settled: z.boolean() }) },
  problems: [],
  permission: 'case.publish',
});

/** How the switches stand that hide a district, or with `*` the whole city, from everybody. */
const HiddenDistricts = z.object({ hidden: z.array(z.string()) });
const SwitchCode = z.union([code(), z.literal('*')]);
/** One turn of a switch, as the log keeps it. */
export const SwitchTurn = z.object({
  districtCode: z.string(),
  isHidden: z.boolean(),
  reason: z.string(),
  /** Who turned it. */
  by: z.string(),
  at: moment(),
});
export type SwitchTurn = z.infer<typeof SwitchTurn>;
/** What is hidden now, and how that came. */
export const readSwitches = endpoint({
  method: 'GET',
  path: '/api/v1/publicity',
  summary: 'Which districts are hidden from everybody now, and the last turns of the switches, newest first',
  replies: { 200: z.extend(HiddenDistricts, { turns: z.array(SwitchTurn) }) },
  problems: [],
  permission: 'staff',
});
/** One turn of a switch. */
export const turnSwitch = endpoint({
  method: 'POST',
  path: '/api/v1/publicity',
  summary: 'Hide a district, or the whole city, from every public page, tile, photo and feed, or show it again',
  body: z.strictObject({ districtCode: SwitchCode, isHidden: z.boolean(), reason: text({ min: 5, max: 300 }) }),
  replies: { 200: HiddenDistricts },
  problems: [],
  permission: 'publicity.switch',
});
