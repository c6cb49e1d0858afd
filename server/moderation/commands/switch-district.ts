import { Types } from 'mongoose';
import { districtOf } from '#server/places/index.ts';
import { type Actor, holds, inPlaceBy, placeFacts, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import { DistrictSwitchModel } from '../district-switch.model.ts';
import { loadHiddenDistricts, WHOLE_CITY } from '../hidden-districts.ts';

/** Which district to hide or to show again, and why; `*` is the whole city. */
export interface SwitchDistrict {
  districtCode: string;
  isHidden: boolean;
  reason: string;
}
/** What tells every process that a switch was turned. */
export const SWITCHED = 'moderation.district-switched';

/**
 * Hides a district from every public path at once, or shows it again (Criminal Code, art. 114-2: what happens where must not
 * be told while it can help an attack). Who turned it, when and why stays on record. 422 for a district that the city does not
 * know, since nothing would be hidden by it.
 */
export async function switchDistrict(actor: Actor | Visitor, request: SwitchDistrict): Promise<void> {
  if (!actor) throw new Problem('sign-in.required');
  if (!holds(actor, 'publicity.switch')) throw new Problem('not-allowed');
  const isKnown = request.districtCode === WHOLE_CITY || districtOf(request.districtCode) !== undefined;
  if (request.isHidden && !isKnown)
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'districtCode', code: 'place.unknown' }] });
  await transaction(async (tx) => {
    await DistrictSwitchModel.create([{ _id: new Types.ObjectId(), ...request, byId: actor.id, at: tx.at }], {
      session: tx.session,
    });
    const { districtCode, isHidden } = request;
    const facts = { isHidden, ...placeFacts(inPlaceBy(actor, 'publicity.switch')) };
    await tx.record([{ kind: SWITCHED, subject: { kind: 'district', id: districtCode }, actorId: actor.id, facts }]);
  });
  await loadHiddenDistricts();
}
