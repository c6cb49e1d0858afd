import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './data-folder.ts';
import { Trouble } from './trouble.js';
import { troubles } from './words.js';

const ring = () => `demo:${randomBytes(32).toString('base64')}`;
const KEYS = {
  DATA_KEYS: ring,
  HISTORY_KEYS: ring,
  TWILIO_ACCOUNT_SID: () => `AC${randomBytes(16).toString('hex')}`,
  TWILIO_AUTH_TOKEN: () => randomBytes(16).toString('hex'),
  TWILIO_MESSAGING_SERVICE_SID: () => `MG${randomBytes(16).toString('hex')}`,
};
/** Secrets by the names of the settings that they are for. */
export type DemoKeys = Record<keyof typeof KEYS, string>;

/** The demo's own secrets, made once for a data folder; the file is readable by its owner only. Throws Trouble where it is broken: new keys would not open the data. */
export function demoKeysOf(folder: string): DemoKeys {
  const file = join(folder, 'keys.json');
  const kept = readJson<Partial<DemoKeys>>(file) ?? {};
  if (Object.keys(kept).length === 0 && existsSync(file)) throw new Trouble(troubles.brokenKeys(file));
  const missing = Object.entries(KEYS).filter(([name]) => !(name in kept));
  const made = Object.fromEntries(missing.map(([name, make]) => [name, make()]));
  const keys = { ...kept, ...made } as DemoKeys;
  if (missing.length > 0) writeJson(file, keys);
  return keys;
}
