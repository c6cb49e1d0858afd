import { staffNames } from '#server/identity/index.ts';
import type { SwitchTurn } from '#shared/contract/moderation.ts';
import { type DistrictSwitch, DistrictSwitchModel } from './district-switch.model.ts';

/** How far back the log is shown. */
const SHOWN = 50;
/** The last turns of the switches, newest first, with the names of those who turned them. */
export async function lastTurns(): Promise<SwitchTurn[]> {
  const rows = await DistrictSwitchModel.find().sort({ at: -1, _id: -1 }).limit(SHOWN).lean<DistrictSwitch[]>();
  const names = await staffNames(rows.map(({ byId }) => byId));
  return rows.map(({ districtCode, isHidden, reason, byId, at }) => ({
    districtCode,
    isHidden,
    reason,
    by: names.get(byId) ?? '',
    at: at.toISOString(),
  }));
}
