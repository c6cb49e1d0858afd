import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MapGround } from '#client/map/new-map.ts';
import type { call } from '#client/platform/api.ts';
import type { Category, Department } from '#shared/contract/catalogue.ts';
import type { Brought } from '#shared/contract/endpoint.ts';
import type { Me } from '#shared/contract/identity.ts';
import type { listDistricts } from '#shared/contract/places.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { DeskAddress } from './address.ts';
import type { Drafts } from './form/drafts.ts';
import type { Session } from './session/use-session.ts';
import type { KnownTemplates } from './templates/known-templates.ts';
import type { DeskWords } from './words.ts';

/** A district by its code, with its names. */
export type DeskDistrict = Brought<typeof listDistricts>['items'][number];
/** What every part of the desk may need: who sits at it, in which words it speaks, and how it asks the server. */
export interface Desk {
  lang: Lang;
  words: DeskWords;
  me: Me;
  catalogue: {
    categories: readonly Category[];
    departments: readonly Department[];
    districts: readonly DeskDistrict[];
  };
  /** What lies under the marks of a map. */
  ground: MapGround;
  /** The date in Kyiv by the server's clock, `YYYY-MM-DD`. */
  today: () => string;
  address: DeskAddress;
  /** Goes to another place in the desk; what is not named stays. */
  go: (to: Partial<DeskAddress>) => void;
  /** Calls the server; where the session has ended, lets the person sign in and then carries the request out. */
  ask: typeof call;
  /** The same for what is asked in another way, such as a file that is sent. */
  withSession: Session['withSession'];
  /** What was typed and not yet sent. */
  drafts: Drafts;
  /** The city's usual words. */
  templates: KnownTemplates;
}
const Context = createContext<Desk | null>(null);
/** Gives the desk to everything inside. */
export const DeskProvider = Context.Provider;
/** The desk that this part stands on. */
export function useDesk(): Desk {
  const desk = useContext(Context);
  if (!desk) throw new Error('This part of the desk stands outside of it.');
  return desk;
}
