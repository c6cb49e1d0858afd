import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and gathers what it printed. It stops with us: the signal ends it by SIGTERM.
 * Rejects where it cannot be started at all (code `ENOENT`, `EACCES`).
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<{ code: number | null, output: string }>} `code` is null where a signal ended it
 */
export const run = (program, args, { env = process.env, signal } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });

/** @type {[pattern: RegExp, reason: 'offline' | 'full' | 'forbidden'][]} */
const REASONS = [
  [/ENOSPC|No space left/i, 'full'],
  [/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i, 'forbidden'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeoutError|Connection refused|Name or service not known|name resolution|Max retries exceeded|Read timed out|network/i,
    'offline',
  ],
];
/**
 * Why an installer gave up, as far as its words tell; null where they tell nothing that we know.
 * @param {string} output
 */
export const reasonIn = (output) => REASONS.find(([pattern]) => pattern.test(output))?.[1] ?? null;
/**
 * The last lines of an output, for a person to read.
 * @param {string} output
 * @param {number} count
 */
export const lastLines = (output, count) =>
  output
    .trim()
    .split('\n')
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
