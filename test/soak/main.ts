// npm run soak -- NAME: runs one soak on databases that are made for it and thrown away after it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type SoakOptions, soakOptions } from './options.ts';

const [FOLDER, ENDING] = ['test/soak', '.soak.ts'];
const names = readdirSync(FOLDER)
  .flatMap((file) => (file.endsWith(ENDING) ? [file.slice(0, -ENDING.length)] : []))
  .sort();

function asked(): SoakOptions {
  try {
    return soakOptions(process.argv.slice(2), names);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
const { name, ...size } = asked();
for (const [option, value] of Object.entries(size)) {
  // biome-ignore lint/style/noProcessEnv: the soak reads its size here, in whatever process of the tests it runs
  if (value !== null) process.env[`SOAK_${option.toUpperCase()}`] = value;
}
process.argv.splice(2, Number.POSITIVE_INFINITY, join(FOLDER, `${name}${ENDING}`));
await import('../support/run.ts');
