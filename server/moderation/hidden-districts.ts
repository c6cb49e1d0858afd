import { type DistrictSwitch, DistrictSwitchModel } from './district-switch.model.ts';

/** The code that stands for the whole city. */
export const WHOLE_CITY = '*';
let hidden: ReadonlySet<string> = new Set();
const isIn =
  (codes: ReadonlySet<string>) =>
  (code: string | null): boolean =>
    codes.has(WHOLE_CITY) || (code !== null && codes.has(code));
let isHiddenNow = isIn(hidden);
/** Readings are numbered as they begin. */
let begun = 0;
let taken = 0;

/**
 * Reads how the switches stand: at start, whenever one was turned, and on a timer in case that went by unheard. One that began
 * before another and ends after it is let go, or it would show again what was hidden in between.
 */
export async function loadHiddenDistricts(): Promise<void> {
  begun += 1;
  const turn = begun;
  const last = await DistrictSwitchModel.aggregate<DistrictSwitch>([
    { $sort: { at: 1, _id: 1 } }, // ids of one second do not follow each other where several processes make them
    { $group: { _id: '$districtCode', isHidden: { $last: '$isHidden' } } },
    { $match: { isHidden: true } },
  ]);
  if (turn < taken) return;
  taken = turn;
  hidden = new Set(last.map(({ _id }) => String(_id)));
  isHiddenNow = isIn(hidden);
}
/** What is hidden at this moment, as a test that later switches do not change; the same one until the switches are read anew. */
export const hiddenNow = (): ((districtCode: string | null) => boolean) => isHiddenNow;
/** Whether nothing of this district may be shown now; null is a place of no known district, which only the whole city's switch hides. */
export const isHidden = (districtCode: string | null): boolean => hiddenNow()(districtCode);
/** The codes of all that is hidden now. */
export const hiddenDistricts = (): string[] => [...hidden];
