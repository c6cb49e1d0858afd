import type { Suspicion } from '#shared/domain/petition.ts';
import { fill } from '#shared/texts/fill.ts';
import type { DeskSignaturesTexts } from '#shared/texts/uk/desk-signatures.ts';

/** Signatures of one network or range, by its mark. */
export interface Group {
  kind: Suspicion;
  hash: string;
}
/** A group in words: `мережа 3kF0_aQ9Zx`. */
export const groupWords = ({ kind, hash }: Group, texts: Pick<DeskSignaturesTexts, 'group' | 'kinds'>): string =>
  fill(texts.group, { kind: texts.kinds[kind], hash });
