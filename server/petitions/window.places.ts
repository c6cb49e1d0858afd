import type { ClientSession, Types } from 'mongoose';
import { type PetitionSignature, type PetitionWindow, WindowModel } from './signature.model.ts';

const [ID_BYTES, LEAF_BYTES] = [12, 32];

/** Bytes as they are read from the store, with the methods of a Buffer. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The ids of a window's entries, in order. */
export const idsIn = ({ ids }: Pick<PetitionWindow, 'ids'>): string[] => {
  const bytes = bytesOf(ids);
  return Array.from({ length: bytes.length / ID_BYTES }, (_, i) =>
    bytes.toString('hex', i * ID_BYTES, (i + 1) * ID_BYTES),
  );
};
/** The root of the tree after it, in hexadecimal. */
export const rootIn = ({ root }: Pick<PetitionWindow, 'root'>): string => bytesOf(root).toString('hex');
/** The leaves of its entries, in order. */
export const leavesIn = ({ leaves }: Pick<PetitionWindow, 'leaves'>): Buffer[] => {
  const bytes = bytesOf(leaves);
  return Array.from({ length: bytes.length / LEAF_BYTES }, (_, i) =>
    bytes.subarray(i * LEAF_BYTES, (i + 1) * LEAF_BYTES),
  );
};
/** Ids as a window keeps them. */
export const packedIds = (ids: readonly Types.ObjectId[]): Buffer =>
  Buffer.concat(ids.map((id) => Buffer.from(id.toHexString(), 'hex')));

/** Places in the list, from 1, of signatures that were sealed, by their ids. */
export async function placesOf(
  signatures: readonly Pick<PetitionSignature, '_id' | 'petitionId' | 'window'>[],
  session: ClientSession | null = null,
): Promise<Map<string, number>> {
  const [first] = signatures;
  const wanted = [...new Set(signatures.flatMap(({ window }) => (window ? [window] : [])))];
  if (!first || wanted.length === 0) return new Map();
  const windows = await WindowModel.find({ petitionId: first.petitionId, n: { $in: wanted } })
    .select('from ids')
    .session(session)
    .lean<Pick<PetitionWindow, 'from' | 'ids'>[]>();
  const asked = new Set(signatures.map(({ _id }) => String(_id)));
  return new Map(
    windows.flatMap(({ from, ids }) =>
      idsIn({ ids }).flatMap((id, i): [string, number][] => (asked.has(id) ? [[id, from + i + 1]] : [])),
    ),
  );
}
