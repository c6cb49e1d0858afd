import { attachmentsOf, presentAttachment, presentPublicPhoto, publicPhotosOf } from '#server/attachments/index.ts';
import { isOverdue } from '#server/deadlines/index.ts';
import { today } from '#server/platform/clock.ts';
import { verdictsFrom } from '#server/platform/workflow.ts';
import {
  accessCodeOf,
  type Case,
  feedbackOf,
  mainDepartment,
  noticesOf,
  presentSigning,
  publicCaseOf,
  publicStatusOf,
  signedAnswerOf,
} from '#server/register/index.ts';
import type { AppealView, FiledAppeal, SignedAnswer } from '#shared/contract/appeals.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { APPEAL_WORKFLOW } from '#shared/domain/appeal-workflow.ts';
import type { Appeal } from './appeal.plug.ts';

/** What the applicant is handed on filing, whoever is at the keyboard: with the code that opens this one case. */
export const presentFiled = (appeal: Appeal): FiledAppeal => ({
  id: String(appeal._id),
  number: appeal.number,
  accessCode: accessCodeOf(appeal),
  status: publicStatusOf(appeal),
  receivedAt: appeal.receivedAt.toISOString(),
  dueOn: appeal.dueOn,
});

/** A draft is nobody's business but the desk's: only a signed answer is shown. */
async function presentAnswer(appeal: Case): Promise<SignedAnswer | null> {
  const answer = await signedAnswerOf(appeal);
  if (!answer?.signed) return null;
  const { text, result, appealRoute, signed } = answer;
  const { outgoingNumber, on, signatory } = signed;
  return {
    text,
    result,
    appealRoute,
    outgoingNumber,
    signedOn: on,
    signatory,
    signing: presentSigning(answer, signed),
  };
}

/** The answer for one who joined: what an operator opened of its words, since the letter may name the applicant or tell where they live. */
const clearedAnswer = (answer: SignedAnswer | null, published: AppealView['published']): SignedAnswer | null =>
  answer && published?.answer ? { ...answer, text: published.answer } : null;

async function presentPublished(appeal: Case): Promise<AppealView['published']> {
  const shown = publicCaseOf(appeal);
  if (!shown) return null;
  const { text, answer, address, districtCode, point, photoIds } = shown;
  return {
    text,
    answer,
    address,
    districtCode,
    point,
    photos: (await publicPhotosOf(photoIds)).map(presentPublicPhoto),
  };
}
async function presentDetails(appeal: Appeal): Promise<AppealView['details']> {
  const { address, description, point, districtCode } = appeal.place;
  const can = verdictsFrom(APPEAL_WORKFLOW, appeal.status, () => true);
  const [files, feedback, notices] = await Promise.all([
    attachmentsOf({ kind: 'case', id: String(appeal._id) }),
    feedbackOf(appeal),
    noticesOf(appeal),
  ]);
  return {
    text: appeal.text,
    answers: appeal.answers,
    place: { address, description, point, districtCode },
    files: files.map(presentAttachment),
    notices,
    mayWithdraw: can.withdraw ?? false,
    isAsked: can.reply === true && appeal.awaitingApplicantSince !== null,
    feedback,
  };
}

/** An appeal as one viewer may see it: whole for its applicant, the answer for who joined, its states for the phone's owner, what was published for all. */
export async function presentAppeal(appeal: Appeal, viewer: AppealView['viewer']): Promise<AppealView> {
  const isApplicant = viewer === 'applicant';
  const [letter, published, details] = await Promise.all([
    isApplicant || viewer === 'joined' ? presentAnswer(appeal) : null,
    presentPublished(appeal),
    isApplicant ? presentDetails(appeal) : null,
  ]);
  return {
    viewer,
    id: String(appeal._id),
    number: appeal.number,
    status: publicStatusOf(appeal),
    isOverdue: isOverdue(appeal.dueOn, today()),
    receivedAt: appeal.receivedAt.toISOString(),
    dueOn: appeal.dueOn,
    answeredOn: appeal.answeredOn,
    kind: viewer === 'public' ? null : appeal.kind,
    categoryCode: appeal.categoryCode,
    department: mainDepartment(appeal)?.name ?? null,
    applicants: appeal.applicants,
    steps: appeal.steps.map(({ status, at }) => ({ status: status as PublicStatus, at: at.toISOString() })),
    answer: isApplicant ? letter : clearedAnswer(letter, published),
    published,
    details,
  };
}
