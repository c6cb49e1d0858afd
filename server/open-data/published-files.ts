import { FORMAT_NAMES, type Format } from './row-formats.ts';
import { SinceSnapshot, type Withdrawn } from './since-snapshot.ts';
import { newestSnapshot, newestSnapshotId, type Snapshot } from './snapshot.model.ts';
import { type SnapshotFile, snapshotFile } from './snapshot-file.ts';

/** The newest snapshot as this process serves it. */
export class ServedSnapshot {
  readonly snapshot: Snapshot;
  readonly since: SinceSnapshot;
  readonly #files = new Map<Format, { mark: string; file: Promise<SnapshotFile> }>();

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
    this.since = new SinceSnapshot(snapshot);
  }
  /** A file without what was withdrawn up to now. */
  async file(format: Format): Promise<SnapshotFile> {
    return this.#laidOut(format, await this.since.withdrawn());
  }
  /** All files, and how many rows were taken out of them since they were made. */
  async files(): Promise<{ files: SnapshotFile[]; withdrawn: number }> {
    const withdrawn = await this.since.withdrawn();
    const files = await Promise.all(FORMAT_NAMES.map((format) => this.#laidOut(format, withdrawn)));
    return { files, withdrawn: withdrawn.count };
  }
  /** Whether a file that is being sent still holds nothing but what may be shown. */
  async stillHolds({ tag, format }: SnapshotFile): Promise<boolean> {
    return (await this.file(format)).tag === tag;
  }
  #laidOut(format: Format, withdrawn: Withdrawn): Promise<SnapshotFile> {
    const known = this.#files.get(format);
    if (known?.mark === withdrawn.mark) return known.file;
    const file = snapshotFile(this.snapshot, format, withdrawn);
    this.#files.set(format, { mark: withdrawn.mark, file });
    file.catch(() => this.#files.delete(format));
    return file;
  }
}

let served: ServedSnapshot | null = null;
/** The newest snapshot, whichever process made it; null where there is none yet. */
export async function servedSnapshot(): Promise<ServedSnapshot | null> {
  const newest = await newestSnapshotId();
  if (newest && newest === String(served?.snapshot._id)) return served;
  const snapshot = newest ? await newestSnapshot() : null;
  if (String(snapshot?._id) !== String(served?.snapshot._id)) served = snapshot && new ServedSnapshot(snapshot);
  return served;
}
