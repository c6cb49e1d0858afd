import { isOverdue } from '#server/deadlines/index.ts';
import { today } from '#server/platform/clock.ts';
import { accessCodeOf, type Case, mainDepartment, publicStatusOf, signedAnswerOf } from '#server/register/index.ts';
import type { AppealView, FiledAppeal, SignedAnswer } from '#shared/contract/appeals.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
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
  return { text, result, appealRoute, outgoingNumber, signedOn: on, signatory };
}

/** An appeal for its applicant; whole for who holds the access code, else its number and states. */
export async function presentAppeal(appeal: Appeal, { isWhole }: { isWhole: boolean }): Promise<AppealView> {
  const { address, description } = appeal.place;
  return {
    id: String(appeal._id),
    number: appeal.number,
    status: publicStatusOf(appeal),
    isOverdue: isOverdue(appeal.dueOn, today()),
    receivedAt: appeal.receivedAt.toISOString(),
    dueOn: appeal.dueOn,
    answeredOn: appeal.answeredOn,
    kind: appeal.kind,
    categoryCode: appeal.categoryCode,
    department: mainDepartment(appeal)?.name ?? null,
    steps: appeal.steps.map(({ status, at }) => ({ status: status as PublicStatus, at: at.toISOString() })),
    details: isWhole
      ? { text: appeal.text, place: { address, description }, answer: await presentAnswer(appeal) }
      : null,
  };
}
