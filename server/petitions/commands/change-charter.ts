import { editionsBy, LegalSettingsModel, loadCalendar } from '#server/calendar/index.ts';
import { recordEvent } from '#server/history/index.ts';
import { today } from '#server/platform/clock.ts';
import { isDuplicate } from '#server/platform/database.ts';
import { type Actor, holderOf, inPlaceBy, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { NewCharterEdition } from '#shared/contract/petition-charter.ts';
import { LAST_DATE } from '#shared/domain/legal-clock/legal-date.ts';
import { CharterModel } from '../charter.model.ts';
import { charterRows, loadCharters } from '../charter.ts';

/**
 * Enters a new edition of what the charter sets for petitions, from a day on that has not passed; the term of collection goes with it
 * into the numbers of law, as an edition of theirs that begins on the same day. Petitions that are published keep what they began
 * with. Refusals: 403, 422 for a day that has passed, 422 `date.outside-calendar`, 409 `version.stale` where somebody was first.
 */
export async function changeCharter(
  actor: Actor | Visitor,
  { expectedVersion, validFrom, source, collect, ...value }: NewCharterEdition,
): Promise<void> {
  const keeper = holderOf(actor, 'reference.manage');
  if (validFrom > LAST_DATE) throw new Problem('date.outside-calendar', { date: validFrom });
  if (validFrom < today())
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'validFrom', code: 'date.past' }] });
  await Promise.all([loadCalendar(), loadCharters()]);
  const version = Math.max(...charterRows().map(({ _id }) => _id));
  if (version !== expectedVersion) throw new Problem('version.stale');
  const author = keeper.id;
  try {
    await transaction(async (begun) => {
      const tx = { ...begun, place: inPlaceBy(keeper, 'reference.manage') };
      const { session } = tx;
      const signerAuth = [...new Set(value.signerAuth)];
      const edition = { _id: version + 1, validFrom, source, author, value: { ...value, signerAuth } };
      await CharterModel.insertMany([edition], { session, lean: true });
      const settings = editionsBy({
        validFrom,
        source,
        author,
        change: (values) => ({ ...values, petition: { ...values.petition, collect } }),
        isForGood: false,
      });
      await LegalSettingsModel.insertMany(settings, { session, lean: true });
      await recordEvent(tx, {
        kind: 'petition.charter-changed',
        subject: { kind: 'reference', id: 'petition-charter' },
        actorId: author,
        from: null,
        to: null,
        reasonCode: null,
        docDigest: null,
        facts: { edition: edition._id, threshold: value.threshold, collect: JSON.stringify(collect) },
      });
    });
  } catch (error) {
    if (isDuplicate(error)) throw new Problem('version.stale');
    throw error;
  }
  await Promise.all([loadCalendar(), loadCharters()]);
}
