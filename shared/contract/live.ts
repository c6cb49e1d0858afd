import type { PublicStatus } from '#shared/domain/appeal.ts';
import type { Area } from '#shared/domain/map/areas.ts';

/** The signatures that count, all and by method. */
export interface PetitionCount {
  signatures: number;
  eid: number;
  sms: number;
}
/** A colleague who has a case open, and since when. */
export interface Present {
  id: string;
  name: string;
  since: string;
}
/** What the server tells open pages by itself. Only ids and public facts travel, and to staff names of staff: a page fetches the rest with its own rights. */
export interface LiveEvents {
  /** To those who watch one case. */
  'case.changed': (event: { id: string; status: PublicStatus }) => void;
  /** To maps that listen to an area: in these areas of the map something looks different now, as `z/x/y`; their tiles have it. */
  'map.changed': (event: { areas: Area[] }) => void;
  /** To those who have a petition open: how many signatures count now; without a count it was moved on, and its page says to what. */
  'petition.changed': (event: { number: number; count: PetitionCount | null }) => void;
  /** To staff at the desk: these cases changed within the last quarter of a second. */
  'register.changed': (event: { ids: string[] }) => void;
  /** To the one of the staff whom a note of this case names. */
  'mentions.changed': (event: { caseId: string }) => void;
  /** To staff who have this case open: who else has. */
  'case.presence': (event: { id: string; others: Present[] }) => void;
}
/** What pages ask of the server. `done` hears false where the asker may not read the case or the register. */
export interface LiveRequests {
  'case.watch': (caseId: string, done: (isWatched: boolean) => void) => void;
  'petition.watch': (petition: number, done: (isWatched: boolean) => void) => void;
  'link.watch': (linkCode: string, done: (isWatched: boolean) => void) => void;
  /** This map shows these areas, and no others; none once it shows nothing. */
  'map.watch': (areas: readonly Area[], done: (isWatched: boolean) => void) => void;
  'register.watch': (done: (isWatched: boolean) => void) => void;
  /** This window shows this case to one of the staff, and no other case. */
  'case.open': (caseId: string, done: (isOpen: boolean) => void) => void;
  /** It shows none any more. */
  'case.leave': () => void;
}
