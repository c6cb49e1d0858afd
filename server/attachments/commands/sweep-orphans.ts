import { now } from '#server/platform/clock.ts';
import { files } from '#server/platform/files/files.ts';
import { type Attachment, AttachmentModel, filesOf, HOLDER } from '../attachment.model.ts';

/** A draft lives so long, and so do the files that were sent with it (docs/architecture.md). */
const DRAFT_LIFE_MS = 48 * 3_600_000;
const AT_ONCE = 500;

/** Says which of these drafts somebody still works on, so that their files stay. */
export type AreAlive = (draftIds: readonly string[]) => Promise<ReadonlySet<string>>;
/** How many rows of drafts and how many files without a row were removed. */
export interface Swept {
  rows: number;
  files: number;
}

/** What comes, in groups. */
async function* inGroups<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const one of all) {
    group.push(one);
    if (group.length < AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

async function sweepDrafts(before: Date, areAlive: AreAlive): Promise<number> {
  const { store } = files();
  const old = AttachmentModel.find({ 'owner.kind': 'draft', createdAt: { $lt: before } })
    .lean<Attachment>()
    .cursor();
  let swept = 0;
  for await (const group of inGroups<Attachment>(old)) {
    const alive = await areAlive([...new Set(group.map(({ owner }) => owner.id))]);
    for (const { _id, owner } of group) {
      if (alive.has(owner.id)) continue;
      // Filed in this very moment it is a draft's no longer; the filing and this write conflict, and one of them finds nothing.
      const gone = await AttachmentModel.findOneAndDelete({ _id, 'owner.kind': 'draft' }).lean<Attachment>();
      if (!gone) continue;
      for (const file of filesOf(gone)) await store.delete(file);
      swept += 1;
    }
  }
  return swept;
}
async function sweepFiles(before: Date): Promise<number> {
  const { store } = files();
  let swept = 0;
  for await (const group of inGroups(store.putBefore(before, HOLDER))) {
    const holders = [...new Set(group.map(({ holderId }) => holderId))];
    const rows = await AttachmentModel.find({ _id: { $in: holders } }).lean<Attachment[]>();
    const held = new Set(rows.flatMap(filesOf));
    for (const { id } of group) {
      if (held.has(id)) continue;
      await store.delete(id);
      swept += 1;
    }
  }
  return swept;
}

/** Removes what was sent with drafts that nobody filed within 48 hours, then files of that age that no row names. To be run by one process at a time. */
export async function sweepOrphans(areAlive: AreAlive = async () => new Set()): Promise<Swept> {
  const before = new Date(now().getTime() - DRAFT_LIFE_MS);
  const rows = await sweepDrafts(before, areAlive);
  const left = await sweepFiles(before);
  return { rows, files: left + (await files().store.dropUnfinished(before)) };
}
