import assert from 'node:assert/strict';
import { seedOptions } from '#server/tasks/seed-options.ts';
import { progressWords, showProgress, tallyWords } from '#server/tasks/seed-progress.ts';

const TODAY = '2026-03-10';
const read = (...args: string[]) => seedOptions(args, TODAY);

describe('tasks: the command line of seed', () => {
  it('is what it was where nothing is asked', () => {
    assert.deepEqual(read(), {
      ...{ appeals: null, seed: 1, until: TODAY, processes: null },
      ...{ isIntoExisting: false, isDemo: false, isWriter: false },
    });
    assert.equal(read('--demo').isDemo, true);
  });
  it('takes a size, a seed and a last day', () => {
    const { appeals, seed, until, isIntoExisting, processes } = read(
      ...['--appeals', '1_000_000', '--seed=42', '--until', '2026-01-01', '--into-existing', '--processes', '2'],
    );
    assert.deepEqual([appeals, seed, until, isIntoExisting, processes], [1_000_000, 42, '2026-01-01', true, 2]);
  });

  const WRONG: readonly (readonly [args: string[], why: RegExp])[] = [
    [['--appeals', 'many'], /--appeals takes a whole number from 1 to 9000000, not "many"; usage: seed/],
    [['--appeals', '0'], /--appeals takes/],
    [['--appeals', '1.5'], /--appeals takes/],
    [['--appeals', '99999999'], /--appeals takes/],
    [['--appeals'], /usage: seed/],
    [['--appeals', '10', '--seed', '-1'], /usage: seed/],
    [['--appeals', '10', '--seed', '4294967296'], /--seed takes/],
    [['--appeals', '10', '--until', 'tomorrow'], /--until takes a date/],
    [['--appeals', '10', '--until', '2026-03-11'], /--until takes a date from 2024-12-31 to 2026-03-10/],
    [['--appeals', '10', '--until', '2024-06-01'], /--until takes a date/],
    [['--until', '2026-01-01'], /belong to --appeals/],
    [['--appeals', '10', '--demo'], /--demo makes a city of its own/],
    [['--appeal', '10'], /usage: seed/],
    [['10'], /usage: seed/],
  ];
  for (const [args, why] of WRONG) it(`refuses ${args.join(' ')}`, () => assert.throws(() => read(...args), why));
});

describe('tasks: the progress of seed', () => {
  it('tells the rate and how long the rest takes', () => {
    const words = progressWords({ stage: 'writing', done: 250_000, of: 1_000_000, events: 1_850_000 }, 50);
    assert.equal(words, 'Seed: 250,000 of 1,000,000 cases (25 %), 1,850,000 events, 5,000 cases/s, 150 s left');
    assert.match(
      tallyWords({ cases: 1_000, events: 7_400 }, 2),
      /1,000 cases with 7,400 events in 2\.0 s \(500 cases\/s\)/,
    );
  });
  it('writes a line for each stage and seldom between, where nobody watches', () => {
    const lines: string[] = [];
    let clock = 0;
    const out = { isTTY: false, write: (line: string) => lines.push(line) > 0 };
    const show = showProgress(out, () => clock);
    show({ stage: 'planning', done: 0, of: 9, events: 0 });
    for (clock = 1; clock <= 25; clock += 1) show({ stage: 'writing', done: clock, of: 30, events: 0 });
    show({ stage: 'indexing', done: 0, of: 8, events: 0 });
    assert.equal(lines.length, 5, lines.join(''));
    assert.ok(lines.every((line) => line.endsWith('\n') && !line.includes('\r')));
  });
});
