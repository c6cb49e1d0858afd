import { model, Schema, type Types } from 'mongoose';
import type { RegisterView } from '#shared/contract/register-list.ts';

/** A list that a member of staff keeps for themselves. A search may hold a name, so nobody else ever reads it. */
export interface DeskViewRow {
  _id: Types.ObjectId;
  staffId: string;
  name: string;
  view: RegisterView;
  filters: Record<string, string>;
}
const words = { type: String, required: true } as const;
export const DeskViewModel = model<DeskViewRow>(
  'DeskView',
  new Schema<DeskViewRow>(
    { staffId: words, name: words, view: words, filters: { type: Schema.Types.Mixed, required: true } },
    { autoIndex: false, versionKey: false, strict: 'throw', minimize: false },
  ),
  'desk_views',
);
