import { Types } from 'mongoose';
import type { Step } from '#shared/domain/executors.ts';
import type { LegalDate } from '#shared/domain/legal-clock/legal-date.ts';
import { type ExecutorStep, ExecutorStepModel } from './executor-letter.model.ts';
import { type PartInHand, stepOf } from './in-hand.ts';

/** A step that an executor has reached and that no superior heard of before today. */
export interface StepToTell {
  part: PartInHand;
  step: Step;
}
const nameOf = (caseId: unknown, departmentId: unknown, step: Step, termKey: string): string =>
  [caseId, departmentId, step, termKey].map(String).join(' ');

/** What superiors are to be told of on a day: whatever was told on an earlier one is told to nobody again. */
export async function stepsToTell(
  parts: ReadonlyMap<string, readonly PartInHand[]>,
  on: LegalDate,
): Promise<StepToTell[]> {
  const reached = [...parts.values()].flat().flatMap((part): StepToTell[] => {
    const step = stepOf(part, on);
    return step ? [{ part, step }] : [];
  });
  const caseIds = [...new Set(reached.map(({ part }) => String(part.found._id)))].map((id) => new Types.ObjectId(id));
  const rows = await ExecutorStepModel.find({ caseId: { $in: caseIds }, on: { $lt: on } }).lean<ExecutorStep[]>();
  const told = new Set(
    rows.map(({ caseId, departmentId, step, termKey }) => nameOf(caseId, departmentId, step, termKey)),
  );
  return reached.filter(
    ({ part: { found, departmentId }, step }) => !told.has(nameOf(found._id, departmentId, step, found.termKey)),
  );
}
