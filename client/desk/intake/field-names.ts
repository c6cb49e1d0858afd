import type { DeskWords } from '../words.ts';

/** What the form of a new appeal calls each of its fields, by dotted path; for the list of what is wrong. */
export const fieldNames = ({ desk, intake, appealForm: texts }: DeskWords): Readonly<Record<string, string>> => ({
  channel: intake.channel,
  'received.on': intake.receivedOn,
  'received.reasonCode': intake.receiptReason,
  'received.explanation': intake.receiptExplanation,
  'received.number': intake.journalNumber,
  kind: desk.card.kind,
  categoryCode: texts.category,
  text: intake.text,
  'place.address': texts.address,
  'place.description': texts.placeDescription,
  'contested.decision': texts.decision,
  'contested.departmentId': texts.contestedDepartment,
  'contested.decidedOn': texts.decidedOn,
  'contested.learnedOn': texts.learnedOn,
  'applicant.lastName': texts.lastName,
  'applicant.firstName': texts.firstName,
  'applicant.patronymic': texts.patronymic,
  'applicant.residence': texts.residence,
  contact: texts.contactAnyOne,
  'contact.phone': texts.phone,
  'contact.landline': texts.landline,
  'contact.email': texts.email,
  'contact.postal': texts.postal,
  replyBy: texts.replyBy,
});
