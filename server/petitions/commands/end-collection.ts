import type { Types } from 'mongoose';
import { type Backer, convertedAppeal } from '#server/appeals/index.ts';
import { fullName } from '#server/people/index.ts';
import { now, today } from '#server/platform/clock.ts';
import { openContact } from '#server/platform/secrets.ts';
import { enterCases, takeCaseNumber } from '#server/register/index.ts';
import { instantInKyiv } from '#shared/domain/legal-clock/kyiv-time.ts';
import { fill } from '#shared/texts/fill.ts';
import { petitionPapers } from '#shared/texts/uk/petition-papers.ts';
import { type Petition, PetitionModel } from '../petition.model.ts';
import { type PetitionSignature, RemovalModel, SignatureModel } from '../signature.model.ts';
import { SYSTEM } from '../system-actor.ts';
import { movePetitionIn } from './move-petition.ts';

/** For so long after its last day a petition waits for signatures that were still on their way into the store. */
const LAG_MS = 60_000;

/** Petitions whose term of collection is over and that did not gather enough. */
export async function endedCollections(): Promise<Types.ObjectId[]> {
  const ended = { status: 'collecting', endsOn: { $lt: today() } } as const;
  return PetitionModel.distinct('_id', ended);
}
/** The end of the last day in Kyiv. */
const endOf = (petition: Petition): Date => {
  const end = petition.endsOn && instantInKyiv(petition.endsOn, '23:59');
  if (!end) throw new Error('a petition was collecting without an end');
  return new Date(end.getTime() + 59_999);
};

/** Everybody whose signature counts, the first to sign first. */
async function signersOf({ _id: petitionId }: Petition): Promise<Backer[]> {
  const removed = new Set((await RemovalModel.distinct('signatureId', { petitionId })).map(String));
  const signatures = await SignatureModel.find({ petitionId, window: { $gt: 0 } })
    .sort({ _id: 1 })
    .lean<PetitionSignature[]>();
  return signatures.flatMap(({ _id, lastName, firstName, patronymic, news, at }) =>
    removed.has(String(_id))
      ? []
      : [
          {
            lastName,
            firstName,
            patronymic,
            contact: news && { kind: news.kind, value: openContact(news.contact, String(_id)) },
            provedAt: news ? news.consent.at : at,
          },
        ],
  );
}
/** Whether the signatures that wait for a moderator would make up the number: then it is for the moderator to say first. */
async function mayBeReached({ _id: petitionId, tally, threshold }: Petition): Promise<boolean> {
  const held = await SignatureModel.countDocuments({ petitionId, window: 0 });
  return held > 0 && threshold !== null && tally.eid + tally.sms + held >= threshold;
}
const initiatorOf = ({ _id, initiator, submittedAt, createdAt }: Petition): Backer => ({
  lastName: initiator.lastName,
  firstName: initiator.firstName,
  patronymic: initiator.patronymic,
  contact: { kind: 'email', value: openContact(initiator.email, String(_id)) },
  provedAt: submittedAt ?? createdAt,
});
/** The petition's own words, as the text of an appeal. */
const wordsOf = ({ number, title, essence, demand, tally, threshold, initiator }: Petition): string =>
  fill(petitionPapers.asAppeal, {
    number: String(number),
    title,
    essence,
    demand,
    signatures: String(tally.eid + tally.sms),
    threshold: String(threshold),
    initiator: fullName(initiator),
  });

/**
 * Turns a petition whose term ended without enough signatures into a citizens' appeal, received at the end of its last day
 * (Law 393/96-ВР, art. 23-1), in one transaction with the petition's own move: it never becomes two. False where it is too soon: while
 * signatures wait to be sealed, or enough of them for a moderator to make up the number.
 */
export async function endCollection(petitionId: Types.ObjectId): Promise<boolean> {
  const petition = await PetitionModel.findById(petitionId).lean<Petition>();
  if (petition?.status !== 'collecting') return false;
  const receivedAt = endOf(petition);
  const enteredAt = now();
  if (enteredAt.getTime() < receivedAt.getTime() + LAG_MS) return false;
  const waits = { petitionId, window: null };
  if ((await SignatureModel.exists(waits)) || (await RemovalModel.exists(waits))) return false;
  if (await mayBeReached(petition)) return false;
  const number = await takeCaseNumber(receivedAt);
  const entry = convertedAppeal({
    words: wordsOf(petition),
    initiator: initiatorOf(petition),
    signers: await signersOf(petition),
    receivedAt,
    enteredAt,
    number,
  });
  await enterCases([entry], async (tx) => {
    const found = await PetitionModel.findById(petitionId).session(tx.session).lean<Petition>();
    if (!found) throw new Error('the petition is gone');
    await movePetitionIn(
      tx,
      SYSTEM,
      found,
      { verb: 'convert', expectedVersion: petition.version },
      { appealNumber: number },
    );
  });
  return true;
}
