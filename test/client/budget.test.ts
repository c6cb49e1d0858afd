import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { appealFormPage, casePage } from '#server/pages/appeals.page.tsx';
import { useClientIn } from '#server/pages/assets.ts';
import { homePage } from '#server/pages/home.page.tsx';
import { aCaseBody, anAppealForm } from '../support/view-samples.ts';

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}
const KB = 1024;

describe('client: bytes of a public page, compressed by brotli', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vidhuk-client-'));
  let manifest: Record<string, Chunk>;
  before(() => {
    execFileSync('node_modules/.bin/vite', ['build', '--logLevel', 'error', '--outDir', folder]);
    manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
    useClientIn(folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  const sizeOf = (bytes: string | Buffer) => brotliCompressSync(bytes).length;
  const sizeOfFile = (file: string) => sizeOf(readFileSync(join(folder, file)));
  const styles = () => sizeOfFile(manifest['client/styles/public.css']?.file ?? '');
  /** A chunk with everything that it must fetch before it runs. */
  const closure = (source: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(source)) return seen;
    seen.add(source);
    for (const inner of manifest[source]?.imports ?? []) closure(inner, seen);
    return seen;
  };

  it('keeps the styles within 7 KB', () => assert.ok(styles() <= 7 * KB, `${styles()} bytes`));
  const visit = { lang: 'uk', path: '/', isSignedIn: false } as const;
  const pages: [string, () => string][] = [
    ['home', () => homePage('uk', { year: 2026, received: 12_043, inWork: 1_806, answered: 10_237 })],
    ['the form', () => appealFormPage(visit, anAppealForm())],
    ['a case', () => casePage(visit, { ...aCaseBody(), isLocked: false })],
  ];
  for (const [name, page] of pages)
    it(`keeps ${name} with its styles within 14 KB`, () => {
      const bytes = sizeOf(page()) + styles();
      assert.ok(bytes <= 14 * KB, `${bytes} bytes`);
    });
  it('keeps the scripts of any page within 25 KB, with every island awake', () => {
    const islands = (manifest['client/main.ts']?.dynamicImports ?? []).map((island) => closure(island));
    assert.ok(islands.length > 1);
    for (const island of islands) {
      const files = [...closure('client/main.ts', new Set(island))].map((source) => manifest[source]?.file ?? '');
      const bytes = files.reduce((sum, file) => sum + sizeOfFile(file), 0);
      assert.ok(bytes <= 25 * KB, `${files.join(', ')}: ${bytes} bytes`);
    }
  });
});
