/** Something that is timed: it answers what is then compared. */
export type Side<A> = () => Promise<A>;
/** The times of each side by round, and the answers of its last round. */
export interface Measured<N extends string, A> {
  times: Readonly<Record<N, number[]>>;
  answers: Readonly<Record<N, A>>;
}
/** Runs one side and says how long it took, in milliseconds. */
export async function timed<A>(run: Side<A>): Promise<{ ms: number; answer: A }> {
  const began = performance.now();
  const answer = await run();
  return { ms: performance.now() - began, answer };
}

/**
 * Runs all sides in turn, round by round, each round beginning with another of them; the first round warms up and does not
 * count. What a round's times are divided by each other is the measure, for machines have slow minutes.
 */
export async function interleaved<N extends string, A>(
  sides: Readonly<Record<N, Side<A>>>,
  rounds: number,
): Promise<Measured<N, A>> {
  const names = Object.keys(sides) as N[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<N, number[]>;
  const answers = {} as Record<N, A>;
  for (let round = 0; round <= rounds; round += 1)
    for (let nth = 0; nth < names.length; nth += 1) {
      const name = names[(round + nth) % names.length] as N;
      const { ms, answer } = await timed(sides[name]);
      answers[name] = answer;
      if (round > 0) times[name].push(ms);
    }
  return { times, answers };
}
