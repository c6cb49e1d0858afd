import { type ClientSession, model, Schema, Types } from 'mongoose';
import type { Channel } from '#shared/domain/appeal.ts';
import type { RoutingRule } from '#shared/domain/routing.ts';

/** A rule as it lies in the set. */
interface RuleRow {
  _id: Types.ObjectId;
  name: string;
  categoryCode: string | null;
  districtCode: string | null;
  channel: Channel | null;
  words: string[];
  departmentId: Types.ObjectId;
  isOn: boolean;
}
interface SetRow {
  _id: string;
  /** Raised by every change, so that nobody changes what they have not seen: an order means something as a whole only. */
  version: number;
  rules: RuleRow[];
}
const text = { type: String, required: true } as const;
const words = { type: String, default: null } as const;
const rule = new Schema<RuleRow>({
  name: text,
  categoryCode: words,
  districtCode: words,
  channel: words,
  words: [String],
  departmentId: { type: Schema.Types.ObjectId, required: true },
  isOn: { type: Boolean, required: true },
});
/** All rules in their order are one document. */
const RoutingModel = model(
  'Routing',
  new Schema<SetRow>(
    { _id: text, version: { type: Number, required: true }, rules: [rule] },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'routing',
);
const THE_SET = 'rules';

/** The rules as a subject of history. */
export const RULES = { kind: 'routing', id: THE_SET };

/** The rules in their order, and the version of the whole. */
export interface RoutingSet {
  version: number;
  rules: readonly RoutingRule[];
}
/** The rules as they stand, or as a transaction sees them. */
export async function routingSet(session: ClientSession | null = null): Promise<RoutingSet> {
  const row = await RoutingModel.findById(THE_SET).session(session).lean<SetRow>();
  const rules = row?.rules.map(({ _id, departmentId, ...rest }) => ({
    ...rest,
    id: String(_id),
    departmentId: String(departmentId),
  }));
  return { version: row?.version ?? 0, rules: rules ?? [] };
}
/** Puts these rules in the place of those of `version`, which is raised; false where somebody was quicker. */
export async function keepRules({ version, rules }: RoutingSet, session: ClientSession): Promise<boolean> {
  const rows = rules.map(({ id, departmentId, words, ...rest }) => ({
    ...rest,
    _id: new Types.ObjectId(id),
    words: [...words],
    departmentId: new Types.ObjectId(departmentId),
  }));
  const { matchedCount } = await RoutingModel.updateOne(
    { _id: THE_SET, version },
    { $set: { version: version + 1, rules: rows } },
    { session },
  );
  return matchedCount === 1;
}
