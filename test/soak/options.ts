import { parseArgs } from 'node:util';

/** Which soak is to be run, and how large; null for what the soak chooses by itself. */
export interface SoakOptions {
  name: string;
  seed: string | null;
  messages: string | null;
  faults: string | null;
}
const OPTIONS = ['seed', 'messages', 'faults'] as const;
const USAGE = 'npm run soak -- NAME [--seed N] [--messages N] [--faults N]';

const refuse = (why: string): never => {
  throw new Error(`${why}; usage: ${USAGE}`);
};
function parsed(args: readonly string[]) {
  try {
    const options = Object.fromEntries(OPTIONS.map((option) => [option, { type: 'string' as const }]));
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error));
  }
}

/** Reads the command line; throws one sentence that says what is wrong with it and how it is used. */
export function soakOptions(args: readonly string[], known: readonly string[]): SoakOptions {
  const { values, positionals } = parsed(args);
  const [name, ...more] = positionals;
  const there = `there are ${known.join(', ')}`;
  if (name === undefined) return refuse(`name the soak: ${there}`);
  if (!known.includes(name) || more.length > 0) return refuse(`no such soak: ${positionals.join(' ')}; ${there}`);
  const wholeNumber = (option: (typeof OPTIONS)[number]): string | null => {
    const said = values[option];
    if (said === undefined) return null;
    return typeof said === 'string' && /^\d{1,9}$/.test(said)
      ? said
      : refuse(`--${option} takes a whole number, not ${JSON.stringify(said)}`);
  };
  return { name, seed: wholeNumber('seed'), messages: wholeNumber('messages'), faults: wholeNumber('faults') };
}
