import assert from 'node:assert/strict';
import { setInterval as every } from 'node:timers';
import { loadCalendar } from '#server/calendar/index.ts';
import { BudgetModel } from '#server/notifications/budget/budget.model.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { seedReference, seedStaff } from '#server/seeds/demo-city.ts';
import { useOwnDatabases } from '../../support/databases.ts';
import { KEYS } from '../../support/keys.ts';
import { drain } from './drain.ts';
import type { Pace } from './faults.ts';
import { feedOf } from './feed.ts';
import { reckon } from './reckoning.ts';
import { openStage } from './stage.ts';
import { brew } from './storm.ts';
import { tallyOf } from './tally.ts';

/** How large a soak is, and what chance it follows. */
export interface SoakSize {
  seed: number;
  messages: number;
  faults: number;
  /** Messages a second at the most. */
  perSecond: number;
  pace: Pace;
}
const MINUTE_MS = 60_000;
/** More than any soak spends in a day, in kopiykas. */
const PLENTY = 10_000_000_000;
const MOST_WRONGS = 20;
const say = (words: string): void => void process.stdout.write(`${words}\n`);

/** Feeds a city with messages while its processes are killed, its stores vanish and its provider fails, and then counts. */
export const textsUnderFire = ({ seed, messages, faults, perSecond, pace }: SoakSize): Mocha.Suite =>
  describe(`soak: ${messages} texts under ${faults} faults`, function soak() {
    const databases = useOwnDatabases();

    it('doubles none and loses none from sight', async function fire() {
      this.timeout(pace === 'brief' ? 10 * MINUTE_MS : 0);
      useKeys(KEYS);
      installRegimes();
      await loadCalendar();
      await seedReference();
      await seedStaff();
      await BudgetModel.updateMany({}, { kopiykas: PLENTY }); // where the money ends is another test's business
      const beganAt = performance.now();
      const minutes = (): number => (performance.now() - beganAt) / MINUTE_MS;
      say(`seed ${seed}`);
      const stage = await openStage(databases);
      const feed = await feedOf(stage.origin, seed, messages, perSecond);
      const news = every(() => say(`minute ${minutes().toFixed(0)}: ${feed.committed.length} fed`), MINUTE_MS);
      try {
        const storm = brew({ seed, faults, pace, stage, progress: feed.progress });
        const [struck] = await Promise.all([storm, feed.run()]);
        say(`minute ${minutes().toFixed(1)}: all is fed, and the faults are over`);
        const jumps = await drain(stage);
        const reckoning = await reckon(feed.committed, await stage.taken());
        const fed = feed.committed.length;
        say(tallyOf({ seed, minutes: minutes(), fed, refusals: feed.refusals, jumps, faults: struck, reckoning }));
        assert.deepEqual(reckoning.wrongs.slice(0, MOST_WRONGS), []);
        assert.ok(reckoning.messages >= messages, 'too few messages were fed to tell anything');
      } finally {
        clearInterval(news);
        await stage.close();
      }
      const odd = [stage.web, stage.provider, ...stage.workers].filter(({ oddEnds }) => oddEnds > 0);
      assert.deepEqual(
        odd.map(({ name }) => name),
        [],
        `ended by themselves, or not when asked to; their logs are in ${stage.logs}`,
      );
    });
  });
