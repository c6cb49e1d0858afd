import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { upload } from '#client/platform/upload.ts';
import type { Brought } from '#shared/contract/endpoint.ts';
import * as contract from '#shared/contract/reference.ts';
import type { ReferenceKind, ReferenceRow } from '#shared/domain/reference.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** Rows of one kind of reference data, and the ways to change them. */
export interface Reference {
  /** Null until they have come. */
  rows: readonly ReferenceRow[] | null;
  trouble: Trouble | null;
  load: () => void;
  isSending: boolean;
  /** Why the last request was not carried out. */
  refused: Trouble | null;
  begin: () => void;
  save: (row: ReferenceRow) => Promise<boolean>;
  preview: (change: contract.DaysChange) => Promise<contract.DatesMove | null>;
  confirm: (change: contract.DaysChange, digest: string) => Promise<number | null>;
  tryFile: (file: File) => Promise<contract.FileTrial | null>;
  importFile: (file: File, hash: string) => Promise<Brought<typeof contract.importReferenceFile> | null>;
}
/** Keeps the rows of this kind. */
export function useReference(kind: ReferenceKind): Reference {
  const { ask, withSession, words } = useDesk();
  const { offline, kept } = words.desk.trouble;
  const [rows, setRows] = useState<Reference['rows']>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [refused, setRefused] = useState<Trouble | null>(null);
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);

  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setRows((await ask(contract.listReference, { params: { kind } })).items);
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, kind, offline]);
  useEffect(() => void load(), [load]);

  /** Carries out one request at a time; null where it was refused. */
  const carry = async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (isBusy.current) return null;
    isBusy.current = true;
    setSending(true);
    setRefused(null);
    try {
      return await work();
    } catch (error) {
      setRefused(troubleOf(error, kept));
      return null;
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };
  /** The same for what changes rows, which are then read again. */
  const change = async <T>(work: () => Promise<T>): Promise<T | null> => {
    const done = await carry(work);
    if (done !== null) void load();
    return done;
  };
  return {
    rows,
    trouble,
    load: () => void load(),
    isSending,
    refused,
    begin: () => setRefused(null),
    save: async (row) =>
      (await change(() => ask(contract.putReferenceRow, { params: { kind }, body: { row: { ...row } } }))) !== null,
    preview: (body) => carry(() => ask(contract.previewDays, { body })),
    confirm: async (days, digest) =>
      (await change(() => ask(contract.changeDays, { body: { ...days, digest } })))?.moved ?? null,
    tryFile: (file) =>
      carry(() =>
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
