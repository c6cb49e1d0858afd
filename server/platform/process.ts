import { SettingsError } from './config.ts';
import { log } from './log.ts';

/** Registers what to close; the last registered is closed first. */
export interface Drain {
  (close: () => Promise<unknown>): void;
  isDraining: () => boolean;
}
const PATIENCE_MS = 15_000;

/**
 * Runs one long-lived process: starts it, tells a parent over IPC that it is ready, and on SIGTERM, SIGINT or the loss of its
 * parent closes everything in reverse order and exits with 0. What cannot start says so in one line and exits with 1.
 */
export async function runProcess(name: string, start: (drain: Drain) => Promise<void>): Promise<void> {
  const closers: (() => Promise<unknown>)[] = [];
  let isDraining = false;
  const drain: Drain = Object.assign((close: () => Promise<unknown>) => void closers.unshift(close), {
    isDraining: () => isDraining,
  });
  const closeAll = async (): Promise<void> => {
    for (const close of closers)
      await close().catch((error: unknown) => log().error({ err: error }, 'closing a part went wrong'));
  };
  const stop = async (why: string): Promise<void> => {
    if (isDraining) return;
    isDraining = true;
    log().info({ why }, 'draining');
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await closeAll();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  process.on('disconnect', () => void stop('disconnect'));
  process.on('unhandledRejection', (error) => log().error({ err: error }, 'a promise was rejected and nobody minded'));
  try {
    await start(drain);
    log().info('ready');
    process.send?.({ ready: true });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    process.stderr.write(error instanceof SettingsError ? `${words}\n` : `${name}: ${words}\n`);
    await closeAll();
    process.exit(1);
  }
}
