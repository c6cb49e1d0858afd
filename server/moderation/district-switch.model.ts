import { model, Schema, type Types } from 'mongoose';

/** One turn of the switch that hides a district, or the whole city, from everybody at once. Rows are only ever added, so they are the log too. */
export interface DistrictSwitch {
  _id: Types.ObjectId;
  /** Of a district, or `*` for the whole city. */
  districtCode: string;
  isHidden: boolean;
  reason: string;
  byId: string;
  at: Date;
}
const words = { type: String, required: true } as const;

export const DistrictSwitchModel = model(
  'DistrictSwitch',
  new Schema<DistrictSwitch>(
    {
      districtCode: words,
      isHidden: { type: Boolean, required: true },
      reason: words,
      byId: words,
      at: { type: Date, required: true },
    },
    { autoIndex: false, versionKey: false, strict: 'throw' },
  ),
  'district_switches',
);
