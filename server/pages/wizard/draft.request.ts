import { beginDraft, DRAFT_LIFETIME_MS, type Draft, dropDraft, readDraft } from '#server/appeals/index.ts';
import { draftTokenOf, dropDraftCookie, keepDraftCookie } from '#server/http/session.ts';
import type { PageRequest } from '../visit.routes.ts';

/** The unfinished appeal of this browser; null where there is none. */
export async function draftOf({ req }: Pick<PageRequest, 'req'>): Promise<Draft | null> {
  const token = draftTokenOf(req);
  return token ? readDraft(token) : null;
}
/** The same, begun where there is none; either way the browser keeps it for another 48 hours. */
export async function ownDraft({ req, res }: Pick<PageRequest, 'req' | 'res'>): Promise<Draft> {
  const held = draftTokenOf(req);
  const found = held ? await readDraft(held) : null;
  const { token, draft } = held && found ? { token: held, draft: found } : await beginDraft();
  keepDraftCookie(res, { token, lifetimeMs: DRAFT_LIFETIME_MS });
  return draft;
}
/** Lets go of the browser's draft; an unsent one is thrown away. */
export async function leaveDraft(request: Pick<PageRequest, 'req' | 'res'>): Promise<void> {
  const draft = await draftOf(request);
  if (draft && draft.sentAs === null) await dropDraft(draft.id);
  dropDraftCookie(request.res);
}
