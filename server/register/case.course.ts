import type { CaseCard } from '#shared/contract/register.ts';
import type { Case } from './case.model.ts';

type Course = Pick<
  CaseCard,
  'executors' | 'awaitingApplicantSince' | 'control' | 'promise' | 'procedure' | 'extendedFrom'
>;
/** How far a case has come, for its card: who does it, what it waits for, what was promised. */
export const presentCourse = (found: Case): Course => ({
  executors: found.executors.map(({ departmentId, role, dueOn }) => ({
    departmentId: String(departmentId),
    role,
    dueOn,
  })),
  awaitingApplicantSince: found.awaitingApplicantSince?.toISOString() ?? null,
  control: found.control && { kind: found.control.kind, removedAt: found.control.removedAt?.toISOString() ?? null },
  promise: found.promise && { on: found.promise.on, keptOn: found.promise.keptOn },
  procedure: found.procedure,
  extendedFrom: found.clocks.find(({ ofCaseId }) => !ofCaseId)?.extendedFrom ?? null,
});
