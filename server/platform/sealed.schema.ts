import { Schema } from 'mongoose';
import type { Sealed } from './secrets.ts';

/** How encrypted personal data lies inside of a document. */
export const sealedSchema = new Schema<Sealed>(
  { keyId: { type: String, required: true }, box: { type: Buffer, required: true } },
  { _id: false },
);
