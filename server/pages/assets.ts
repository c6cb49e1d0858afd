import { readFileSync } from 'node:fs';

/** Where the built client lies, from the folder that the process was started in. */
export const CLIENT_FOLDER = 'dist/client';
type Manifest = Readonly<Record<string, { file: string }>>;

function manifestIn(folder: string): Manifest {
  const file = `${folder}/.vite/manifest.json`;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch (cause) {
    throw new Error(`${file} is missing or broken: build the client first (npm run build)`, { cause });
  }
}
let manifest: Manifest | undefined;
/** Takes the built client from another folder; throws where it holds none. */
export const useClientIn = (folder: string): void => {
  manifest = manifestIn(folder);
};
/** The public address of a built file by its source, such as `client/main.ts`; throws where the client was not built or has no such entry. */
export function assetOf(source: string): string {
  manifest ??= manifestIn(CLIENT_FOLDER);
  const chunk = manifest[source];
  if (!chunk) throw new Error(`The built client has no ${source}`);
  return `/${chunk.file}`;
}
