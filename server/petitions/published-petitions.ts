import { createHash } from 'node:crypto';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import { PUBLIC_PETITION_STATUSES } from '#shared/domain/petition-workflow.ts';
import { type Petition, PetitionModel } from './petition.model.ts';
import { presentPetition } from './petition.presenter.ts';

/** What of a petition nobody outside sees, so that it is not read either. */
const UNSEEN = {
  stems: 0,
  suggestions: 0,
  removals: 0,
  clocks: 0,
  'initiator.email': 0,
  'initiator.phone': 0,
} as const;
/** Petitions that are read at a time. */
const LOT = 100;

/** In the order in which they were written, so that nothing has to be sorted in memory. */
const inOrder = () =>
  PetitionModel.find({ status: { $in: [...PUBLIC_PETITION_STATUSES] } })
    .sort({ _id: 1 })
    .hint({ _id: 1 });

/** Every petition that everybody sees, as they see it, the oldest first; few are in memory at a time. */
export async function* everyPublishedPetition(): AsyncGenerator<PublicPetition> {
  for await (const petition of inOrder().select(UNSEEN).lean<Petition>().cursor({ batchSize: LOT }))
    yield presentPetition(petition as Petition);
}
/** A mark that is another one as soon as anybody sees any of them otherwise: verbs raise the version, each count a window, the calendar the terms. */
export async function markOfPublished(): Promise<string> {
  const digest = createHash('sha256');
  const marks = inOrder()
    .select({ number: 1, version: 1, windows: 1, endsOn: 1, dueOn: 1 })
    .lean<Petition>()
    .cursor({ batchSize: LOT * 10 });
  for await (const { number, version, windows, endsOn, dueOn } of marks)
    digest.update([number, version, windows, endsOn, dueOn].join(' ')).update('\n');
  return digest.digest('base64url').slice(0, 22);
}
