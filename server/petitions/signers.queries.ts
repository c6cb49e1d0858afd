import { Types } from 'mongoose';
import { fullName } from '#server/people/index.ts';
import type { SigningMethod } from '#shared/domain/petition.ts';
import type { Petition } from './petition.model.ts';
import {
  type PetitionSignature,
  type PetitionWindow,
  RemovalModel,
  SignatureModel,
  WindowModel,
} from './signature.model.ts';
import { idsIn } from './window.places.ts';

/** Signers on one page of the list. */
export const SIGNERS_A_PAGE = 100;
/** A line of the public list: who and when, as the law has it shown; nothing of who counts no longer. */
export interface SignerLine {
  place: number;
  name: string | null;
  at: string | null;
  method: SigningMethod | null;
}
/** The ids of the signatures at these places of the list, from 0; places of removals are left out. */
async function idsBetween(
  petitionId: Types.ObjectId,
  from: number,
  to: number,
): Promise<{ id: string; place: number }[]> {
  const windows = await WindowModel.find({ petitionId, from: { $lt: to }, size: { $gt: from } })
    .sort({ n: 1 })
    .select('from ids signed')
    .lean<Pick<PetitionWindow, 'from' | 'ids' | 'signed'>[]>();
  return windows.flatMap(({ from: before, ids, signed }) =>
    idsIn({ ids })
      .slice(0, signed)
      .flatMap((id, i) => (before + i >= from && before + i < to ? [{ id, place: before + i + 1 }] : [])),
  );
}
/** Lines of signers whose ids are known, each with its place. */
async function linesOf(placed: readonly { id: string; place: number }[]): Promise<SignerLine[]> {
  const ids = placed.map(({ id }) => new Types.ObjectId(id));
  const [found, removed] = await Promise.all([
    SignatureModel.find({ _id: { $in: ids } }).lean<PetitionSignature[]>(),
    RemovalModel.distinct('signatureId', { signatureId: { $in: ids } }),
  ]);
  const known = new Map(found.map((one) => [String(one._id), one]));
  const gone = new Set(removed.map(String));
  return placed.flatMap(({ id, place }): SignerLine[] => {
    const one = known.get(id);
    if (!one) return [];
    if (gone.has(id)) return [{ place, name: null, at: null, method: null }];
    return [{ place, name: fullName(one), at: one.at.toISOString(), method: one.method }];
  });
}
/** One page of the list of signers, the first to sign first, and how many entries the list has. */
export async function signersOf(
  { _id }: Pick<Petition, '_id'>,
  page: number,
): Promise<{ items: SignerLine[]; total: number }> {
  const last = await WindowModel.findOne({ petitionId: _id })
    .sort({ n: -1 })
    .select('size')
    .lean<Pick<PetitionWindow, 'size'>>();
  const placed = await idsBetween(_id, (page - 1) * SIGNERS_A_PAGE, page * SIGNERS_A_PAGE);
  return { items: await linesOf(placed), total: last?.size ?? 0 };
}
