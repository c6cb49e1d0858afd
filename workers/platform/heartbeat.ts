import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log } from '#server/platform/log.ts';

const BEAT_MS = 15_000;

/**
 * Workers listen at no port, so whether they live is told by a file of the system's temporary folder, named after the process,
 * that is written anew every 15 s while `isWell` says so; `server/standalone/health.js` looks at its age. Resolves after the first beat.
 */
export async function startHeartbeat(isWell: () => Promise<boolean>): Promise<{ close(): Promise<void> }> {
  const file = join(tmpdir(), `vidhuk-work-${process.pid}`);
  const beat = async (): Promise<void> => {
    try {
      if (await isWell()) await writeFile(file, '');
    } catch (error) {
      log().warn({ err: error }, 'a sign of life could not be written');
    }
  };
  await beat();
  const timer = setInterval(() => void beat(), BEAT_MS);
  return {
    async close() {
      clearInterval(timer);
      await rm(file, { force: true });
    },
  };
}
