import { now } from '#server/platform/clock.ts';
import { openContact } from '#server/platform/secrets.ts';
import type { Report } from '#shared/contract/moderation.ts';
import { ReportModel, type ReportRow } from './report.model.ts';

/** How many of the waiting reports are shown at once. */
const SHOWN = 100;
/** The reports that nobody has looked into, oldest first. */
export async function openReports(): Promise<Report[]> {
  const rows = await ReportModel.find({ settledAt: null }).sort({ at: 1 }).limit(SHOWN).lean<ReportRow[]>();
  return rows.map(({ _id, caseId, kind, text, contact, at }) => ({
    id: String(_id),
    caseId: String(caseId),
    kind,
    text: openContact(text, String(_id)),
    contact: contact && openContact(contact, String(_id)),
    at: at.toISOString(),
  }));
}
/** Notes who looked into a report; false where nobody had to any more. */
export async function settleReport(id: string, byId: string): Promise<boolean> {
  const { modifiedCount } = await ReportModel.updateOne(
    { _id: id, settledAt: null },
    { $set: { settledAt: now(), settledById: byId } },
  );
  return modifiedCount === 1;
}
