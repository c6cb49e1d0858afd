import { Types } from 'mongoose';
import { anyCategoryOf } from '#server/catalogue/index.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Category } from '#shared/contract/catalogue.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import { PRIVATE_GROUPS } from '#shared/domain/appeal.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import {
  DELAY_DAYS,
  PUBLICATION_STATES,
  type PublicationState,
  roundedPoint,
  withoutFlat,
} from '#shared/domain/publication.ts';
import { type Case, type Publication, UNPUBLISHED } from './case.model.ts';

const DAY_MS = 86_400_000;
const above = (a: PublicationState, b: PublicationState): boolean =>
  PUBLICATION_STATES.indexOf(a) > PUBLICATION_STATES.indexOf(b);

/** A case as far as its publication goes. */
export type Publishable = Pick<Case, 'categoryCode' | 'questionGroup' | 'channel' | 'place' | 'publication'>;

/** Whether a question of this group tells of need, health, home or family: nothing of it is for others, as people are told. */
export const isOfPrivateGroup = ({ questionGroup }: Pick<Case, 'questionGroup'>): boolean =>
  PRIVATE_GROUPS.some((group) => group === questionGroup);
/**
 * The most that may be shown of a case: nothing where its category is never public or its group private; words and photos only
 * with the applicant's consent (Law 393/96-ВР, art. 10; Law 2297-VI, art. 11), and never of what was told by phone.
 */
export function ceilingOf(found: Publishable, hasConsent: boolean): PublicationState {
  const { categoryCode, channel } = found;
  const category = anyCategoryOf(categoryCode);
  if (!category || category.publicity === 'never' || isOfPrivateGroup(found)) return 'none';
  return hasConsent && channel !== 'phone' && category.privacy === 'open' ? 'public' : 'anonymised';
}
/** What the operator is offered: the most that is allowed, but nothing of a private category. */
export const suggestionOf = (found: Publishable, hasConsent: boolean): PublicationState =>
  anyCategoryOf(found.categoryCode)?.privacy === 'private' ? 'none' : ceilingOf(found, hasConsent);

const placeShown = ({ channel, place }: Publishable, { precision }: Category): Partial<Publication> => {
  if (channel === 'phone') return {};
  const { point, address, districtCode } = place;
  const [lng, lat] = point?.coordinates ?? [];
  return {
    districtCode,
    point:
      lng === undefined || lat === undefined
        ? null
        : { type: 'Point', coordinates: roundedPoint([lng, lat], precision) },
    address: precision === 'exact' && address ? withoutFlat(address) || null : null,
  };
};

/** What a case shows once it is published as asked; 422 where that is more than its ceiling, or photos are not of this case. */
export function publicationFrom(
  found: Publishable,
  { publication: asked }: MoveBody,
  { hasConsent, photoIds, byId, at }: { hasConsent: boolean; photoIds: readonly string[]; byId: string; at: Date },
): Publication {
  const category = anyCategoryOf(found.categoryCode);
  if (!asked || !category) throw new Error('a publication without what is asked passed the shape');
  const errors: FieldError[] = [];
  if (above(asked.state, ceilingOf(found, hasConsent)))
    errors.push({ in: 'body', path: 'publication.state', code: 'publication.above-ceiling' });
  if ((asked.photoIds ?? []).some((id) => !photoIds.includes(id)))
    errors.push({ in: 'body', path: 'publication.photoIds', code: 'field.invalid' });
  if (errors.length > 0) throw new Problem('fields.invalid', { errors });

  const delayMs = category.publicity === 'delayed' ? DELAY_DAYS * DAY_MS : 0;
  const words: Partial<typeof asked> = asked.state === 'public' ? asked : {};
  return {
    ...UNPUBLISHED,
    ...placeShown(found, category),
    state: asked.state,
    text: words.text ?? null,
    answer: words.answer ?? null,
    photoIds: (words.photoIds ?? []).map((id) => new Types.ObjectId(id)),
    at: found.publication.at ?? at,
    visibleFrom: found.publication.visibleFrom ?? new Date(at.getTime() + delayMs),
    byId,
  };
}
