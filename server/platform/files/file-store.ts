import type { Readable } from 'node:stream';

/** What is known of a file when it is put away. */
export interface FileMeta {
  /** Its media type. */
  type: string;
  /** The row that will name it, by its kind and id; whoever owns the kind may delete a file that its row does not name. */
  holder: { kind: string; id: string };
}
/** A file to be put away; its id, 24 hex characters, where it has to be known before. */
export type NewFile = FileMeta & { id?: string };
/** A file that is there; its bytes are fetched only when `read` is called. */
export interface OpenFile {
  type: string;
  bytes: number;
  read(): Readable;
}
/** A file and the id of the row that should name it. */
export interface HeldFile {
  id: string;
  holderId: string;
}

/**
 * Where the bytes of files lie. A file never changes: what is changed is put anew. It knows nothing of who may read it.
 * All may throw what the database's driver throws while it is away.
 */
export interface FileStore {
  /** Keeps a file whole or not at all, and answers its id: 24 hex characters. */
  put(content: Buffer, meta: NewFile): Promise<string>;
  /** Finds a file; null where there is none of that id, however malformed. */
  open(id: string): Promise<OpenFile | null>;
  /** Removes a file; one that is gone already is no error. */
  delete(id: string): Promise<void>;
  /** The files of one kind of holder that were put before a moment, in no order. */
  putBefore(at: Date, holderKind: string): AsyncIterable<HeldFile>;
  /** Removes what puts that were cut short before a moment left behind, and answers of how many. */
  dropUnfinished(before: Date): Promise<number>;
}
