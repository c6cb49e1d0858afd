import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastLane } from '#server/http/fast-lane.ts';

/** Where the built client lies, from the folder that the process was started in. */
export const CLIENT_FOLDER = 'dist/client';
type Manifest = Readonly<Record<string, { file: string; imports?: readonly string[] }>>;

function manifestIn(folder: string): Manifest {
  const file = `${folder}/.vite/manifest.json`;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch (cause) {
    throw new Error(`${file} is missing or broken: build the client first (npm run build)`, { cause });
  }
}
let folder = CLIENT_FOLDER;
let manifest: Manifest | undefined;
/** Takes the built client from another folder; throws where it holds none. */
export const useClientIn = (elsewhere: string): void => {
  manifest = manifestIn(elsewhere);
  folder = elsewhere;
};
/** The public address of a built file by its source, such as `client/main.ts`; throws where the client was not built or has no such entry. */
export function assetOf(source: string): string {
  manifest ??= manifestIn(folder);
  const chunk = manifest[source];
  if (!chunk) throw new Error(`The built client has no ${source}`);
  return `/${chunk.file}`;
}

/** The public addresses of what a built script imports first, so that a page can name them and none waits for another. */
export function importsOf(source: string): string[] {
  manifest ??= manifestIn(folder);
  const seen = new Set<string>();
  const walk = (from: string): void => {
    for (const inner of manifest?.[from]?.imports ?? []) {
      if (seen.has(inner)) continue;
      seen.add(inner);
      walk(inner);
    }
  };
  walk(source);
  return [...seen].map(assetOf);
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
/** Puts the built client's files into the fast lane, so that they outlive a rebuild under a running server. */
export function layAssets(lane: FastLane): void {
  const files = join(folder, 'assets');
  for (const name of readdirSync(files)) {
    const type = TYPES[extname(name)];
    if (type) lane.putFile(`/assets/${name}`, { type, body: readFileSync(join(files, name)) });
  }
}
