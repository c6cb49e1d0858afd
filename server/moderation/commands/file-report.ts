import { Types } from 'mongoose';
import { now } from '#server/platform/clock.ts';
import { sealContact } from '#server/platform/secrets.ts';
import type { NewReport } from '#shared/contract/moderation.ts';
import { ReportModel } from '../report.model.ts';

/** Keeps a report on what is shown of a case; the caller has seen to it that there is something to see. */
export async function fileReport(caseId: string, { kind, text, contact }: NewReport): Promise<void> {
  const _id = new Types.ObjectId();
  await ReportModel.create({
    _id,
    caseId: new Types.ObjectId(caseId),
    kind,
    text: sealContact(text, String(_id)),
    contact: contact ? sealContact(contact, String(_id)) : null,
    at: now(),
  });
}
