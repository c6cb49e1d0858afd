import type { Socket as Stream } from 'node:net';

/** Who listens where: connections in rooms by name, none of them with anything but its name. */
export class Crowds {
  readonly #rooms = new Map<string, Set<Stream>>();
  readonly #namesOf = new Map<Stream, readonly string[]>();

  /** This connection listens in these rooms and in no others. */
  move(stream: Stream, names: readonly string[]): void {
    const before = this.#namesOf.get(stream) ?? [];
    for (const name of before) if (!names.includes(name)) this.#leave(stream, name);
    for (const name of names) {
      const room = this.#rooms.get(name);
      if (room) room.add(stream);
      else this.#rooms.set(name, new Set([stream]));
    }
    if (names.length > 0) this.#namesOf.set(stream, names);
    else this.#namesOf.delete(stream);
  }
  /** The rooms in which it listens. */
  namesOf(stream: Stream): readonly string[] {
    return this.#namesOf.get(stream) ?? [];
  }
  #leave(stream: Stream, name: string): void {
    const room = this.#rooms.get(name);
    room?.delete(stream);
    if (room?.size === 0) this.#rooms.delete(name);
  }
  has(name: string): boolean {
    return this.#rooms.has(name);
  }
  /** Everybody in these rooms, each once. */
  in(names: Iterable<string>): Set<Stream> {
    const all = new Set<Stream>();
    for (const name of names) for (const stream of this.#rooms.get(name) ?? []) all.add(stream);
    return all;
  }
  /** Everybody who listens anywhere. */
  everybody(): Iterable<Stream> {
    return this.#namesOf.keys();
  }
  /** Nobody listens in this room any more. */
  clear(name: string): void {
    for (const stream of [...(this.#rooms.get(name) ?? [])])
      this.move(
        stream,
        this.namesOf(stream).filter((other) => other !== name),
      );
  }
}
