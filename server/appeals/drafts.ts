import { createHash, randomBytes } from 'node:crypto';
import { now } from '#server/platform/clock.ts';
import { Problem } from '#server/platform/problem.ts';
import { openContact, sealContact } from '#server/platform/secrets.ts';
import { DraftModel, type DraftRow } from './draft.model.ts';

/** How long a draft is kept after its last save, in milliseconds. */
export const DRAFT_LIFETIME_MS = 48 * 3_600_000;
/** The most that one draft holds, in UTF-16 units of its JSON: several times what any appeal needs. */
const LONGEST = 262_144;
/** Two tabs of one person save at once seldom, and many times in a row never. */
const TRIES = 12;

/** What was typed, by the dotted names of the fields. */
export type DraftValues = Readonly<Record<string, string>>;
/** An unfinished appeal, open for reading. */
export interface Draft {
  /** The hash of its token; photos and documents belong to it by this. */
  id: string;
  values: DraftValues;
  /** The public number of the case that it became; its values are gone then. */
  sentAs: string | null;
  /** The part of one who joined that case; null for one who brought it. */
  partId: string | null;
  updatedAt: Date;
}
/** The id of a draft by its token, which is kept nowhere: SHA-256 in hex. */
export const draftIdOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const valuesIn = ({ _id, sealed }: DraftRow): DraftValues => (sealed ? JSON.parse(openContact(sealed, _id)) : {});
const present = (row: DraftRow): Draft => ({
  id: row._id,
  values: valuesIn(row),
  sentAs: row.sentAs,
  partId: row.partId,
  updatedAt: row.updatedAt,
});
const rowOf = (id: string): Promise<DraftRow | null> =>
  DraftModel.findOne({ _id: id, expiresAt: { $gt: now() } }).lean<DraftRow>();

/** The draft of a token of 128 bits that was handed out before; null where there is none or its time ran out. */
export async function readDraft(token: string): Promise<Draft | null> {
  const row = await rowOf(draftIdOf(token));
  return row && present(row);
}

function sealedRow(id: string, values: DraftValues): Pick<DraftRow, 'sealed' | 'updatedAt' | 'expiresAt'> {
  const plain = JSON.stringify(values);
  if (plain.length > LONGEST) throw new Problem('body.too-large');
  const updatedAt = now();
  return { sealed: sealContact(plain, id), updatedAt, expiresAt: new Date(updatedAt.getTime() + DRAFT_LIFETIME_MS) };
}

/** Begins a draft; the token goes to the browser and is told this once. */
export async function beginDraft(values: DraftValues = {}): Promise<{ token: string; draft: Draft }> {
  const token = randomBytes(16).toString('base64url');
  const id = draftIdOf(token);
  const row: DraftRow = { _id: id, sentAs: null, partId: null, version: 1, ...sealedRow(id, values) };
  await DraftModel.create(row);
  return { token, draft: present(row) };
}

/**
 * Changes what a draft holds, and moves its time on. `change` is given what lies there now and may be called again, so tabs
 * that save different fields at once lose nothing. A draft that was sent or ran out is `not-found`; one grown past all measure
 * is `body.too-large`.
 */
export async function saveDraft(id: string, change: (values: DraftValues) => DraftValues): Promise<Draft> {
  for (let triesLeft = TRIES; triesLeft > 0; triesLeft -= 1) {
    const row = await rowOf(id);
    if (!row || row.sentAs !== null) throw new Problem('not-found');
    const next = { ...row, ...sealedRow(id, change(valuesIn(row))), version: row.version + 1 };
    const { _id, ...set } = next;
    const { matchedCount } = await DraftModel.updateOne({ _id, version: row.version }, { $set: set });
    if (matchedCount === 1) return present(next);
  }
  throw new Error('a draft changed under every try to save it');
}

/**
 * Ends a draft: what was typed is forgotten at once, and the number of the case that it became is kept while the draft would have
 * lived, so that going back in the browser sends nothing twice.
 */
export async function endDraft(id: string, sentAs: string, partId: string | null = null): Promise<void> {
  await DraftModel.updateOne({ _id: id }, { $set: { sealed: null, sentAs, partId }, $inc: { version: 1 } });
}
/** Throws a draft away that its owner does not want. */
export const dropDraft = async (id: string): Promise<void> => {
  await DraftModel.deleteOne({ _id: id });
};
/** Of these drafts, those that still live: what was uploaded under any other is nobody's. */
export async function liveDrafts(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await DraftModel.find({ _id: { $in: [...ids] }, expiresAt: { $gt: now() } }, { _id: 1 }).lean();
  return new Set(rows.map(({ _id }) => _id));
}
