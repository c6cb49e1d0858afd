import { Types } from 'mongoose';
import { today } from '#server/platform/clock.ts';
import { likeness, stemsIn, trigramsOf } from '#server/register/index.ts';
import type { PetitionGroup, PetitionOrder, PetitionQuery } from '#shared/contract/petitions.ts';
import { PUBLIC_PETITION_STATUSES, type PublicPetitionStatus } from '#shared/domain/petition-workflow.ts';
import { type Petition, PetitionModel } from './petition.model.ts';

/** The petition of that number; null for none. */
export const petitionByNumber = (number: number): Promise<Petition | null> =>
  PetitionModel.findOne({ number }).lean<Petition>().exec();
/** The petition of that id; null for none and for what is no id. */
export const petitionById = async (id: string): Promise<Petition | null> =>
  /^[0-9a-f]{24}$/.test(id) ? PetitionModel.findById(new Types.ObjectId(id)).lean<Petition>() : null;
/** The number that an address names: digits without a zero before them; null for all else. */
export const petitionNumberIn = (written: string | undefined): number | null =>
  written && /^[1-9]\d{0,8}$/.test(written) ? Number(written) : null;

type Words = Pick<Petition, 'title' | 'essence' | 'demand'>;
/** All that a petition says, as one text: what others are held against. */
export const textOfPetition = ({ title, essence, demand }: Words): string => `${title} ${essence} ${demand}`;
/** The stems of a petition's words, by which it is found. */
export const stemsOfPetition = (words: Words): string[] => stemsIn(textOfPetition(words));

/** Petitions on one page of the list. */
export const PETITIONS_A_PAGE = 20;
const STATUSES: Readonly<Record<PetitionGroup, readonly PublicPetitionStatus[]>> = {
  collecting: ['collecting'],
  reached: ['threshold_reached', 'under_review'],
  answered: ['answered'],
  appeals: ['failed_to_appeal'],
  all: PUBLIC_PETITION_STATUSES,
};
const ORDERS: Readonly<Record<PetitionOrder, Record<string, 1 | -1>>> = {
  new: { publishedAt: -1, _id: -1 },
  signed: { signed: -1, _id: -1 },
  ending: { endsOn: 1, _id: 1 },
};
/** One page of published petitions, and how many there are; words are looked for by their stems, all of them. */
export async function publishedPetitions({
  group,
  order,
  q,
  page,
}: PetitionQuery): Promise<{ items: Petition[]; total: number }> {
  const stems = stemsIn(q);
  const wanted = {
    status: { $in: STATUSES[group] },
    ...(stems.length > 0 && { stems: { $all: stems.slice(0, MOST_STEMS) } }),
  };
  const [items, total] = await Promise.all([
    PetitionModel.aggregate<Petition>([
      { $match: wanted },
      { $set: { signed: { $ifNull: ['$collectedBy.signatures', { $add: ['$tally.eid', '$tally.sms'] }] } } },
      { $sort: ORDERS[order] },
      { $skip: (page - 1) * PETITIONS_A_PAGE },
      { $limit: PETITIONS_A_PAGE },
    ]),
    PetitionModel.countDocuments(wanted),
  ]);
  return { items, total };
}
/** So many words of a question are looked for; a petition has not many more. */
const MOST_STEMS = 30;

/** A petition with how much it is like another text, from 0 to 1. */
export interface SimilarPetition {
  petition: Petition;
  likeness: number;
}
/** From so much in common on a petition is shown as similar; the list is read by a person, who decides. */
const LIKE_FROM = 0.2;
const MOST_READ = 300;
/** Published petitions, open and past, that are most like these words; those that can still be signed first. */
export async function similarPetitions(
  words: string,
  most = 5,
  but: Types.ObjectId | null = null,
): Promise<SimilarPetition[]> {
  const stems = stemsIn(words).slice(0, 100);
  const read = await PetitionModel.aggregate<Petition & { shared: number }>([
    {
      $match: {
        status: { $in: [...PUBLIC_PETITION_STATUSES] },
        stems: { $in: stems },
        ...(but && { _id: { $ne: but } }),
      },
    },
    { $set: { shared: { $size: { $setIntersection: ['$stems', stems] } } } },
    { $sort: { shared: -1, _id: -1 } },
    { $limit: MOST_READ },
  ]);
  const asked = trigramsOf(words);
  const on = today();
  const isOpen = ({ status, endsOn }: Petition): boolean => status === 'collecting' && endsOn !== null && endsOn >= on;
  return read
    .map((petition) => ({
      petition,
      // A short title is like a long text only in its title: the better of the two counts.
      likeness: Math.max(
        likeness(asked, trigramsOf(petition.title)),
        likeness(asked, trigramsOf(textOfPetition(petition))),
      ),
    }))
    .filter(({ likeness: found }) => found >= LIKE_FROM)
    .sort((a, b) => Number(isOpen(b.petition)) - Number(isOpen(a.petition)) || b.likeness - a.likeness)
    .slice(0, most);
}
