import { Types } from 'mongoose';
import { fullName } from '#server/people/index.ts';
import { sealPublicly } from '#server/platform/secrets.ts';
import type { Petition } from './petition.model.ts';
import {
  type PetitionSignature,
  type PetitionWindow,
  RemovalModel,
  SignatureModel,
  type SignatureRemoval,
  WindowModel,
} from './signature.model.ts';
import { idsIn, leavesIn, placesOf, rootIn } from './window.places.ts';

/** The name of the format; raised when a verifier of before could not read it. */
const FORMAT = 'vidhuk-petition-list/1';
/** What the city seals of a list: so many entries have this root. */
export const headOf = (petition: number, size: number, root: string): string =>
  ['petition-list', petition, size, root].join('\n');

const line = (said: object): string => `${JSON.stringify(said)}\n`;

/** The lines of one window: its signatures, its removals, and what closed it. */
async function linesOf(window: PetitionWindow): Promise<string> {
  const ids = idsIn(window).map((id) => new Types.ObjectId(id));
  const leaves = leavesIn(window);
  const [signedIds, removalIds] = [ids.slice(0, window.signed), ids.slice(window.signed)];
  const [signatures, removals, gone] = await Promise.all([
    SignatureModel.find({ _id: { $in: signedIds } }).lean<PetitionSignature[]>(),
    RemovalModel.find({ _id: { $in: removalIds } }).lean<SignatureRemoval[]>(),
    RemovalModel.distinct('signatureId', { signatureId: { $in: signedIds }, window: { $gt: 0 } }),
  ]);
  const [byId, removed] = [new Map(signatures.map((one) => [String(one._id), one])), new Set(gone.map(String))];
  const signedLines = signedIds.map((id, i) => {
    const [one, place] = [byId.get(String(id)), window.from + i + 1];
    if (!one || removed.has(String(id))) return line({ place, leaf: leaves[i]?.toString('hex') });
    const { at, method, salt } = one;
    return line({ place, name: fullName(one), at: at.toISOString(), method, salt });
  });
  const removalById = new Map(removals.map((one) => [String(one._id), one]));
  const struck = await SignatureModel.find({ _id: { $in: removals.map(({ signatureId }) => signatureId) } })
    .select('petitionId window')
    .lean<PetitionSignature[]>();
  const places = await placesOf(struck);
  const removalLines = removalIds.map((id, i) => {
    const one = removalById.get(String(id));
    if (!one) throw new Error('a window names a removal that is gone');
    const place = window.from + window.signed + i + 1;
    return line({ place, removes: places.get(String(one.signatureId)), reason: one.reason, at: one.at.toISOString() });
  });
  const { n, size, at } = window;
  const closed = line({ window: n, size, root: rootIn(window), at: at.toISOString() });
  return [...signedLines, ...removalLines, closed].join('');
}

/**
 * The public list of a petition as lines of JSON, window after window: a head, each entry with all that its leaf is made of, each
 * window's root, and the city's seal under the last. Names of those whose signature counts no longer are left out, their leaves stay.
 */
export async function* publicList({ _id: petitionId, number, title }: Petition): AsyncGenerator<string> {
  if (number === null) return;
  yield line({ format: FORMAT, petition: number, title });
  let [size, root] = [0, ''];
  const windows = WindowModel.find({ petitionId }).sort({ n: 1 }).lean<PetitionWindow>().cursor();
  for await (const window of windows) {
    yield await linesOf(window as PetitionWindow);
    [size, root] = [window.size, rootIn(window)];
  }
  yield line({ end: size, root, ...sealPublicly(headOf(number, size, root)) });
}
