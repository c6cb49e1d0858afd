import { liveDrafts } from '#server/appeals/index.ts';
import { sweepOrphans } from '#server/attachments/index.ts';
import { dropUnusedFiles } from '#server/register/index.ts';
import { startRounds } from '../platform/rounds.ts';

const MINUTE_MS = 60_000;

/** Removes, every hour, files that nobody filed within two days, and signed files that nobody signed with. */
export const startRetention = (): { close(): Promise<void> } =>
  startRounds({
    name: 'retention',
    everyMs: 60 * MINUTE_MS,
    lastsMs: 15 * MINUTE_MS,
    async work() {
      const { rows, files } = await sweepOrphans(liveDrafts);
      const signed = await dropUnusedFiles();
      return rows + files + signed > 0 ? { rows, files, signed } : null;
    },
  });
