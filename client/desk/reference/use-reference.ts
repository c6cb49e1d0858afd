import { useCallback, useEffect, useState } from 'preact/hooks';
import { upload } from '#client/platform/upload.ts';
import type { Brought } from '#shared/contract/endpoint.ts';
import * as contract from '#shared/contract/reference.ts';
import type { ReferenceKind, ReferenceRow } from '#shared/domain/reference.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { type Sending, useSending } from '../form/use-sending.ts';

/** Rows of one kind of reference data, and the ways to change them. */
export interface Reference extends Sending {
  /** Null until they have come. */
  rows: readonly ReferenceRow[] | null;
  trouble: Trouble | null;
  load: () => void;
  save: (row: ReferenceRow) => Promise<boolean>;
  preview: (change: contract.DaysChange) => Promise<contract.DatesMove | null>;
  confirm: (change: contract.DaysChange, digest: string) => Promise<number | null>;
  tryFile: (file: File) => Promise<contract.FileTrial | null>;
  importFile: (file: File, hash: string) => Promise<Brought<typeof contract.importReferenceFile> | null>;
}
/** Keeps the rows of this kind. */
export function useReference(kind: ReferenceKind): Reference {
  const { ask, withSession, words } = useDesk();
  const { offline } = words.desk.trouble;
  const [rows, setRows] = useState<Reference['rows']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { send, ...sending } = useSending();

  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setRows((await ask(contract.listReference, { params: { kind } })).items);
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, kind, offline]);
  useEffect(() => void load(), [load]);

  /** Carries out what changes rows, which are then read again. */
  const change = async <T>(work: () => Promise<T>): Promise<T | null> => {
    const done = await send(work);
    if (done !== null) void load();
    return done;
  };
  return {
    rows,
    trouble,
    load: () => void load(),
    ...sending,
    save: async (row) =>
      (await change(() => ask(contract.putReferenceRow, { params: { kind }, body: { row: { ...row } } }))) !== null,
    preview: (body) => send(() => ask(contract.previewDays, { body })),
    confirm: async (days, digest) =>
      (await change(() => ask(contract.changeDays, { body: { ...days, digest } })))?.moved ?? null,
    tryFile: (file) =>
      send(() =>
        withSession(() => upload(contract.tryReferenceFile, { params: { kind }, file }, () => undefined).answer),
      ),
    importFile: (file, hash) =>
      change(() =>
        withSession(
          () => upload(contract.importReferenceFile, { params: { kind, hash }, file }, () => undefined).answer,
        ),
      ),
  };
}
