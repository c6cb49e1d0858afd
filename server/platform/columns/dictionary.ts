/** Strings by the small numbers that stand for them in a column; zero stands for none. */
export class Dictionary {
  readonly #strings: string[] = [''];
  readonly #codes = new Map<string, number>();
  /** One more than the largest number in use. */
  get size(): number {
    return this.#strings.length;
  }
  /** The number of a string, which is taken in where it is new. */
  take(string: string | null): number {
    if (string === null) return 0;
    const known = this.#codes.get(string);
    if (known !== undefined) return known;
    const code = this.#strings.push(string) - 1;
    this.#codes.set(string, code);
    return code;
  }
  /** The number of a string; undefined where no row ever had it. */
  codeOf(string: string | null): number | undefined {
    return string === null ? 0 : this.#codes.get(string);
  }
  stringAt(code: number): string {
    return this.#strings[code] ?? '';
  }
}
