import type { PublicStatus } from '#shared/domain/appeal.ts';

/** What the server tells open pages by itself. Only ids and public facts travel: a page fetches the rest with its own rights. */
export interface LiveEvents {
  /** To those who watch one case. */
  'case.changed': (event: { id: string; status: PublicStatus }) => void;
  /** To staff at the desk: these cases changed within the last quarter of a second. */
  'register.changed': (event: { ids: string[] }) => void;
}
/** What pages ask of the server. `done` hears false where the asker may not read the case or the register. */
export interface LiveRequests {
  'case.watch': (caseId: string, done: (isWatched: boolean) => void) => void;
  'link.watch': (linkCode: string, done: (isWatched: boolean) => void) => void;
  'register.watch': (done: (isWatched: boolean) => void) => void;
}
