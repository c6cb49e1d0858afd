/** How many cases lie in a district; null for those that lie in none. */
export interface DistrictCount {
  districtCode: string | null;
  count: number;
}
/** The column of districts keeps one byte a case. */
const DISTRICTS = 256;

/** Cases counted by the small numbers of their districts; the sum of all is how many there are. */
export class DistrictCounts {
  readonly #counts = new Uint32Array(DISTRICTS);
  /** Counts one more in a district, or one less. */
  add(district: number, by: 1 | -1 = 1): void {
    this.#counts[district] = (this.#counts[district] ?? 0) + by;
  }
  get total(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }
  /** Those districts in which there is anything, under their codes: the fullest first, the cases of no district last. */
  byCode(codes: readonly (string | null)[]): DistrictCount[] {
    const found = codes.flatMap((districtCode, nth) => {
      const count = this.#counts[nth] ?? 0;
      return count > 0 ? [{ districtCode, count }] : [];
    });
    const isNowhere = ({ districtCode }: DistrictCount): number => Number(districtCode === null);
    return found.sort(
      (a, b) =>
        isNowhere(a) - isNowhere(b) || b.count - a.count || ((a.districtCode ?? '') < (b.districtCode ?? '') ? -1 : 1),
    );
  }
}
