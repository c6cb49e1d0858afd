// biome-ignore lint/style/noProcessEnv: npm run soak hands on here what it was asked for
const { SOAK_SEED, SOAK_MESSAGES, SOAK_FAULTS } = process.env;

/** The seed, messages and faults that were asked for; a seed of chance and these where nothing was said. */
export function sizeOr({ messages, faults }: { messages: number; faults: number }) {
  return {
    seed: Number(SOAK_SEED ?? Date.now() % 1_000_000),
    messages: Number(SOAK_MESSAGES ?? messages),
    faults: Number(SOAK_FAULTS ?? faults),
  };
}
