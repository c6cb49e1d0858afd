import { fullName } from '#server/people/index.ts';
import { today } from '#server/platform/clock.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { fill } from '#shared/texts/fill.ts';
import { petitionPapers } from '#shared/texts/uk/petition-papers.ts';
import { conveningDates } from './council.ts';
import type { Petition } from './petition.model.ts';
import { countOf } from './petition.presenter.ts';

/** The draft of the order by which the council is convened for a petition (Law 280/97-ВР, art. 46), in words. */
export interface ConveningOrder {
  /** What file readers call it. */
  name: string;
  about: string;
  ground: string;
  items: readonly string[];
  /** How far the petition has come, and until when the law has the council do what. */
  notes: readonly string[];
}
/** Whether the council has a session to convene for it: it is near its threshold or has reached it, and was not considered yet. */
export const awaitsSession = ({
  status,
  nearedAt,
  reviewedOn,
}: Pick<Petition, 'status' | 'nearedAt' | 'reviewedOn'>): boolean =>
  (status === 'collecting' && nearedAt !== null) ||
  ((status === 'threshold_reached' || status === 'under_review') && reviewedOn === null);

/** How far it has come. */
function stageOf({ reachedAt, collectedBy }: Petition): string {
  const { reached, near, forwarded } = petitionPapers.council;
  if (!collectedBy) return reachedAt ? reached : near;
  return fill(forwarded, { association: collectedBy.name, date: dateInFull('uk', collectedBy.receivedOn) });
}
/** What the papers about the session say of a petition, by their places in the words. */
export function conveningPlaces(petition: Petition): Record<string, string> {
  const { threshold, initiator, number, title } = petition;
  const dates = conveningDates(petition);
  const publish = dates.order < today() ? dates.lateOrder : dates.order;
  return {
    number: String(number),
    title,
    signatures: String(countOf(petition).signatures),
    threshold: String(threshold),
    stage: stageOf(petition),
    initiator: fullName(initiator),
    ...Object.fromEntries(Object.entries({ ...dates, publish }).map(([name, date]) => [name, dateInFull('uk', date)])),
  };
}
/** The draft of the order for a petition as it stands today. */
export function conveningOrder(petition: Petition): ConveningOrder {
  const { order, council } = petitionPapers;
  const places = conveningPlaces(petition);
  const said = (words: string): string => fill(words, places);
  return {
    name: said(order.name),
    about: order.about,
    ground: said(order.ground),
    items: order.items.map(said),
    notes: council.notes.map(said),
  };
}
