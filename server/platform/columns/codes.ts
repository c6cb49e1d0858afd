/** Names by the small numbers that stand for them in a column, in the order in which they came. */
export class Codes<Name extends string | null = string> {
  readonly list: Name[] = [];
  readonly #numbers = new Map<Name, number>();
  numberOf(name: Name): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}
