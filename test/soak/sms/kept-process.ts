import { setTimeout as sleep } from 'node:timers/promises';
import { type Running, startProcess } from '../../support/processes.ts';

/** The programs of a deployment, by their sources. */
const SOURCES = {
  web: 'server/main.ts',
  work: 'workers/main.ts',
  simulator: 'server/standalone/phone-simulator/main.ts',
} as const;
export type Program = keyof typeof SOURCES;
/** Where programs begin: as they were built, which starts quicker, if the build is of these very sources. */
export async function entries(): Promise<(program: Program) => string> {
  const { isBuildStale } = await import('#server/standalone/build.js'); // it builds where it is the first module, so it is no import of a test
  const isBuilt = !isBuildStale();
  return (program) => (isBuilt ? `dist/${program}.js` : SOURCES[program]);
}

const TRIES = 20;
const BREATH_MS = 500;

/** One process of the deployment under fire, that somebody starts again whatever ended it. */
export class KeptProcess {
  readonly name: string;
  readonly #entry: string;
  readonly #env: () => Readonly<Record<string, string>>;
  readonly #logFile: string;
  #running: Running | null = null;
  /** How often it was found dead though nobody had killed it, or did not end when it was asked to. */
  oddEnds = 0;

  /** `env` is asked at each start. */
  constructor(name: string, entry: string, env: () => Readonly<Record<string, string>>, logFile: string) {
    this.name = name;
    this.#entry = entry;
    this.#env = env;
    this.#logFile = logFile;
  }
  /** Starts it; one that finds its database away ends, and is started again as an operating system would. */
  async start(): Promise<void> {
    for (let tries = 1; ; tries += 1)
      try {
        this.#running = await startProcess(this.#entry, this.#env(), this.#logFile);
        return;
      } catch (cause) {
        if (tries === TRIES) throw cause;
        await sleep(BREATH_MS);
      }
  }
  async kill9(): Promise<void> {
    this.#note(this.#running?.lives() === true);
    await this.#running?.kill9();
    this.#running = null;
  }
  /** Asks it to end and holds it to that. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#note((await this.#running.stop()) === 0);
    this.#running = null;
  }
  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    this.#running?.signal(name);
  }
  #note(isInOrder: boolean): void {
    if (this.#running && !isInOrder) this.oddEnds += 1;
  }
}
