import { attachmentsOf } from '#server/attachments/index.ts';
import { governingClock } from '#server/deadlines/index.ts';
import { staffNames } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import type { Actor, Visitor } from '#server/platform/policy.ts';
import { type Case, draftsFromOutside, isHandled, isPublic, resolutionOf } from '#server/register/index.ts';
import type { WorkLinkList, WorkLinkRow } from '#shared/contract/executors.ts';
import { executorDate } from '#shared/domain/executors.ts';
import { type WorkLink, WorkLinkModel } from './work-link.model.ts';
import { linkPolicy } from './work-link.policy.ts';
import { stateOf } from './work-links.ts';

/** A link as staff see it; its code is told nowhere. */
export const presentLink = (link: WorkLink, found: Case, names: ReadonlyMap<string, string>): WorkLinkRow => ({
  id: String(link._id),
  label: link.label,
  task: link.task,
  state: stateOf(link, found, now()),
  madeBy: names.get(link.madeById) ?? '',
  madeAt: link.madeAt.toISOString(),
  expiresAt: link.expiresAt.toISOString(),
  acceptedAt: link.acceptedAt?.toISOString() ?? null,
  usedAt: link.usedAt?.toISOString() ?? null,
});
/** The links of a case, newest first, and the drafts that came by them; the caller authorizes. */
export async function linksOfCase(found: Case, viewer: Actor | Visitor): Promise<WorkLinkList> {
  const links = await WorkLinkModel.find({ caseId: found._id }).sort({ _id: -1 }).lean<WorkLink[]>();
  const [names, drafts] = await Promise.all([
    staffNames(links.map(({ madeById }) => madeById)),
    draftsFromOutside(
      found._id,
      links.map(({ _id }) => String(_id)),
    ),
  ]);
  const labels = new Map(links.map(({ _id, label }) => [String(_id), label]));
  return {
    items: links.map((link) => presentLink(link, found, names)),
    next: null,
    drafts: drafts.map(({ id, byId, at, text }) => ({ id, label: labels.get(byId) ?? '', at: at.toISOString(), text })),
    mayMake: isHandled(found) && linkPolicy['link.make'](viewer, found),
  };
}

/** All that whoever holds a link sees of the case: nothing of who brought it, and none of their words. */
export interface LinkedWork {
  number: string;
  categoryCode: string;
  /** Where it is, as an address; null where there is none. */
  address: string | null;
  /** `[lng, lat]`, where the place is no house. */
  point: readonly [number, number] | null;
  /** Until when it has to be done. */
  dueOn: string | null;
  expiresAt: Date;
  acceptedAt: Date | null;
  resolution: string | null;
  task: string | null;
  photoIds: readonly string[];
}
/** Which photos of a case a link shows: what everybody sees and what its maker chose, as copies for everybody; and what came by it, whole. */
export async function photosOfLink(link: WorkLink, found: Case): Promise<ReadonlyMap<string, 'public' | 'original'>> {
  const files = await attachmentsOf({ kind: 'case', id: String(found._id) });
  const published = isPublic(found) && found.publication.state === 'public' ? found.publication.photoIds : [];
  const has = (ids: WorkLink['shownIds'], file: (typeof files)[number]): boolean =>
    ids.some((id) => id.equals(file._id));
  return new Map(
    files.flatMap((file): [string, 'public' | 'original'][] => {
      if (file.kind !== 'photo') return [];
      if (has(link.sentIds, file)) return [[String(file._id), 'original']];
      const isShown = file.publicFileId !== null && (has(published, file) || has(link.shownIds, file));
      return isShown ? [[String(file._id), 'public']] : [];
    }),
  );
}
/** What a link shows. */
export async function presentWork(link: WorkLink, found: Case): Promise<LinkedWork> {
  const part = found.executors.find((one) => one.departmentId.equals(link.departmentId));
  const clock = governingClock(found.clocks);
  const photos = await photosOfLink(link, found);
  return {
    number: found.number,
    categoryCode: found.categoryCode,
    address: found.place.address,
    point: found.place.point?.coordinates ?? null,
    dueOn: part && clock ? executorDate(part.dueOn, clock) : found.dueOn,
    expiresAt: link.expiresAt,
    acceptedAt: link.acceptedAt,
    resolution: await resolutionOf(found),
    task: link.task,
    photoIds: [...photos.keys()],
  };
}
