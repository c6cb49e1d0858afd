import { Types } from 'mongoose';
import { OutboxModel } from '#server/platform/outbox.ts';
import { type Case, CaseModel, UNPUBLISHED } from '#server/register/case.model.ts';
import type { PublicStatus } from '#shared/domain/appeal.ts';
import { caseNumber } from '#shared/domain/case-number.ts';

/** The workflow's status and result behind a public state that the workflow reaches today. */
const WORKFLOW: Partial<Record<PublicStatus, Pick<Case, 'status' | 'result'>>> = {
  received: { status: 'submitted', result: null },
  in_work: { status: 'in_progress', result: null },
  resolved: { status: 'answered', result: 'resolved' },
  explained: { status: 'answered', result: 'explained' },
  refused: { status: 'answered', result: 'refused' },
};
/** What a test says of a case that everybody may see; all else is plain. */
export interface PublishedDraft {
  state?: 'none' | 'anonymised' | 'public';
  status?: PublicStatus;
  categoryCode?: string;
  districtCode?: string | null;
  at?: readonly [lng: number, lat: number] | null;
  text?: string | null;
  address?: string | null;
  receivedAt?: Date;
  visibleFrom?: Date;
  number?: string;
}
let nth = 0;
/** A case as it lies in the store, published by hand: for what reads published cases, not for what publishes them. */
export function aPublishedCase({
  state = 'public',
  status = 'received',
  categoryCode = 'road-surface',
  districtCode = 'prymorskyi',
  at = [30.7326, 46.4846],
  text = 'На розі яма завглибшки з долоню, машини її об’їжджають тротуаром.',
  address = null,
  receivedAt = new Date('2026-03-01T08:00:00Z'),
  visibleFrom = receivedAt,
  number = caseNumber(2026, nth++),
}: PublishedDraft = {}): Case {
  const workflow = WORKFLOW[status];
  if (!workflow) throw new Error(`no workflow status shows ${status}`);
  return {
    _id: new Types.ObjectId(),
    regime: 'appeal',
    number,
    registrationIndex: null,
    channel: 'web',
    receivedAt,
    ...workflow,
    clocks: [],
    dueOn: null,
    executors: [],
    categoryCode,
    questionGroup: 3,
    classification: null,
    place: { address: null, description: null, point: null, accuracy: 'none', streetId: null, districtCode },
    answeredOn: null,
    answerId: null,
    steps: [{ status: 'received', at: receivedAt }],
    publication: {
      ...UNPUBLISHED,
      state,
      text: state === 'public' ? text : null,
      address,
      districtCode,
      point: at && { type: 'Point', coordinates: [at[0], at[1]] },
      at: receivedAt,
      visibleFrom: state === 'none' ? null : visibleFrom,
    },
    priority: 'none',
    applicants: 1,
    reopenRequestedAt: null,
    awaitingApplicantSince: null,
    marks: [],
    control: null,
    promise: null,
    procedure: 'appeal',
    links: [],
    past: null,
    statusBefore: null,
    accessKeyId: 'k1',
    accessVersion: 1,
    settingsVersion: 1,
    version: 0,
  } as Case;
}
/** Tells every process that these cases changed, as the commands do. */
export const announce = async (cases: readonly Case[]): Promise<void> => {
  const at = new Date();
  await OutboxModel.insertMany(
    cases.map(({ _id }) => ({
      kind: 'appeal.published',
      v: 1,
      subject: { kind: 'case', id: String(_id) },
      actorId: null,
      at,
      facts: { publicStatus: 'received' },
      pending: [],
    })),
  );
};
/** Puts them into the store as they are, by no command: nobody hears of it. */
export const keepPublished = async (cases: readonly Case[]): Promise<void> => {
  await CaseModel.collection.insertMany(cases as never[]);
};
