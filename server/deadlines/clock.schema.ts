import { Schema } from 'mongoose';
import type { Clock } from './clocks.ts';

const text = { type: String, required: true } as const;
const optional = { type: String, default: null } as const;
/** How a term lies inside of the document of what it runs on. */
export const clockSchema = new Schema<Clock>(
  {
    rule: text,
    startedOn: text,
    dueRaw: text,
    dueLegal: text,
    dueInternal: text,
    metOn: optional,
    extendedFrom: optional,
    ofCaseId: optional,
  },
  { _id: false },
);
