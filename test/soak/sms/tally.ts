import { FAULTS } from './faults.ts';
import type { Reckoning } from './reckoning.ts';

/** A soak that is over. */
export interface Soaked {
  seed: number;
  minutes: number;
  fed: number;
  refusals: ReadonlyMap<string, number>;
  jumps: number;
  faults: ReadonlyMap<string, number>;
  reckoning: Reckoning;
}
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** The tally of a soak in Markdown, as it stands in docs/soak-sms.md. */
export function tallyOf({ seed, minutes, fed, refusals, jumps, faults, reckoning }: Soaked): string {
  const { messages, taken, parts, kopiykas, states, unknown, takenUnknown, wrongs } = reckoning;
  const struck = [...faults.values()].reduce((sum, times) => sum + times, 0);
  return [
    `Seed ${seed}, ${minutes.toFixed(1)} minutes, ${jumps} jumps of the clock to drain.`,
    '',
    row('what', 'how many'),
    row('---', '---:'),
    row('messages of the ledger', messages),
    row('fed, as far as anybody was told', fed),
    row(
      'times that the city took nothing',
      [...refusals.values()].reduce((sum, times) => sum + times, 0),
    ),
    row('messages that the provider took', taken),
    row('parts of them, by the ledger', parts),
    row('what they cost, by the ledger, UAH', (kopiykas / 100).toFixed(2)),
    ...[...states].sort().map(([state, count]) => row(`of the ledger: \`${state}\``, count)),
    row('of the unknown: were taken', takenUnknown),
    row('taken twice, lost, or wrong in the books', wrongs.length),
    '',
    row('fault', 'times'),
    row('---', '---:'),
    ...FAULTS.flatMap(({ kind }) => (faults.has(kind) ? [row(kind, faults.get(kind) ?? 0)] : [])),
    row('**together**', struck),
    '',
    ...[...refusals].map(([why, times]) => `Nothing was taken, ${times} times: ${why}`),
    '',
    unknown.length > 0 ? `Unknown: ${unknown.join(', ')}.` : 'Nothing is unknown.',
  ].join('\n');
}
