import { createHash } from 'node:crypto';
import { eventsOfKinds, type SealedEvent } from '#server/history/index.ts';
import { staffNames } from '#server/identity/index.ts';
import { readCursor, writeCursor } from '#server/platform/cursor.ts';
import { placeIn } from '#server/platform/policy.ts';
import type { AuditArea, AuditEntry, readAudit } from '#shared/contract/audit.ts';
import type { Parsed } from '#shared/contract/endpoint.ts';
import { startOfDay } from '#shared/domain/legal-clock/kyiv-time.ts';
import type { EventKind } from '#shared/domain/workflow.ts';
import { ACCOUNT_EVENTS, DISCLOSURE_EVENTS } from './account.events.ts';

const KINDS: Readonly<Record<AuditArea, readonly EventKind[]>> = {
  'personal-data': DISCLOSURE_EVENTS,
  accounts: ACCOUNT_EVENTS,
};
const present = (
  { kind, at, actorId, subject, reasonCode, facts, id }: SealedEvent & { id: string },
  names: ReadonlyMap<string, string>,
): AuditEntry => {
  const named = (staffId: string) => ({ id: staffId, name: names.get(staffId) ?? null });
  const isOthers = subject.kind === 'staff' && subject.id !== actorId;
  const place = placeIn(facts);
  return {
    id,
    at: at.toISOString(),
    kind,
    actor: actorId === null ? null : named(actorId),
    member: isOthers ? named(subject.id) : null,
    inPlaceOf: place === null ? null : named(place),
    giver: typeof facts.giver === 'string' ? named(facts.giver) : null,
    reasonCode,
    facts: subject.kind === 'staff-role' ? { ...facts, role: subject.id } : { ...facts },
  };
};

/** One page of the audit, newest first. */
export async function auditPage({
  area,
  staff,
  number,
  from,
  to,
  cursor,
  limit,
}: Parsed<typeof readAudit, 'query'>): Promise<{ items: AuditEntry[]; next: string | null }> {
  const asked = { area, staff, number, from, to };
  const listing = createHash('sha256')
    .update(`audit ${JSON.stringify(asked)}`)
    .digest('base64url')
    .slice(0, 12);
  const { items, hasMore } = await eventsOfKinds(
    {
      subjects: ['staff', 'staff-role'],
      kinds: area ? KINDS[area] : [...DISCLOSURE_EVENTS, ...ACCOUNT_EVENTS],
      ...(staff && { actorId: staff }),
      ...(number && { facts: { number } }),
      from: from ? startOfDay(from) : null,
      until: to ? startOfDay(to, 1) : null,
    },
    { before: cursor === undefined ? null : readCursor(cursor, listing).id, limit },
  );
  const names = await staffNames(
    items.flatMap(({ actorId, subject, facts }) => [
      actorId ?? '',
      subject.id,
      placeIn(facts) ?? '',
      String(facts.giver ?? ''),
    ]),
  );
  const last = items.at(-1);
  return {
    items: items.map((event) => present(event, names)),
    next: hasMore && last ? writeCursor({ key: null, id: last.id }, listing) : null,
  };
}
