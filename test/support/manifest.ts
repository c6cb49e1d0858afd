import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useClientIn } from '#server/pages/assets.ts';

/** Gives the tests of one `describe` a built client as far as the demo's pages with phones and mail need its style and script. */
export function useManifest(): void {
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-manifest-'));
  before(() => {
    const sources = ['client/main.ts', 'client/styles/public.css', 'client/styles/phones.css'];
    mkdirSync(join(folder, '.vite'));
    const manifest = Object.fromEntries(sources.map((source) => [source, { file: `assets/${source.slice(7)}` }]));
    writeFileSync(join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
    useClientIn(folder);
  });
  after(() => rmSync(folder, { recursive: true }));
}
