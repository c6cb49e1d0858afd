import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFolder } from '#server/standalone/compress.js';
import { aFolder } from '../../support/throw-away.ts';

describe('compression of the built client', () => {
  it('puts both codings beside every text that is worth it, and beside nothing else', async () => {
    const folder = aFolder('client');
    const text = 'body { color: black }\n'.repeat(50);
    mkdirSync(join(folder, 'assets'));
    mkdirSync(join(folder, '.vite'));
    for (const file of ['assets/public.css', 'assets/photo.webp', '.vite/manifest.json'])
      writeFileSync(join(folder, file), text);
    writeFileSync(join(folder, 'assets/short.js'), 'a()');
    await compressFolder(folder);
    assert.deepEqual(readdirSync(join(folder, 'assets')).sort(), [
      'photo.webp',
      'public.css',
      'public.css.br',
      'public.css.gz',
      'short.js',
    ]);
    assert.deepEqual(readdirSync(join(folder, '.vite')), ['manifest.json']);
    const packed = (coding: string) => readFileSync(join(folder, `assets/public.css.${coding}`));
    assert.equal(String(brotliDecompressSync(packed('br'))), text);
    assert.equal(String(gunzipSync(packed('gz'))), text);
  });
});
