import { useRef, useState } from 'preact/hooks';
import { type Upload, upload } from '#client/platform/upload.ts';
import { addCaseFile } from '#shared/contract/case-files.ts';
import type { CaseCard } from '#shared/contract/register.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';

/** A file that was chosen and is not kept yet. */
export interface Sending {
  key: number;
  file: File;
  /** How much of it has gone, from 0 to 1; null while it waits its turn. */
  part: number | null;
  trouble: Trouble | null;
}
/** Files on their way to a case, one after another: a slow link is not shared by ten. */
export interface Uploads {
  sending: readonly Sending[];
  /** The name of the file that was kept last. */
  added: string | null;
  choose: (files: Iterable<File>) => void;
  retry: (key: number) => void;
  /** Breaks a file off, or takes one that failed from the list. */
  drop: (key: number) => void;
}
/** Sends files to the case with this id; `kept` hears of the card that each brings back. */
export function useUploads(caseId: string, kept: (card: CaseCard) => void): Uploads {
  const { withSession, words } = useDesk();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [added, setAdded] = useState<string | null>(null);
  const queue = useRef<{ key: number; file: File }[]>([]);
  const present = useRef<{ key: number; on: Upload<typeof addCaseFile> } | null>(null);
  const isBusy = useRef(false);
  const keys = useRef(0);

  const change = (key: number, to: Partial<Sending>): void =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const remove = (key: number): void => setSending((all) => all.filter((one) => one.key !== key));

  const send = async ({ key, file }: { key: number; file: File }): Promise<void> => {
    const way = { params: { id: caseId }, file };
    change(key, { part: 0, trouble: null });
    try {
      const card = await withSession(() => {
        const on = upload(addCaseFile, way, (part) => change(key, { part }));
        present.current = { key, on };
        return on.answer;
      });
      remove(key);
      setAdded(file.name);
      kept(card);
    } catch (error) {
      change(key, { part: null, trouble: troubleOf(error, words.desk.trouble.offline) });
    }
    present.current = null;
  };
  const work = async (): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) await send(next);
    isBusy.current = false;
  };
  const enqueue = (one: { key: number; file: File }): void => {
    queue.current.push(one);
    void work();
  };
  return {
    sending,
    added,
    choose(files) {
      setAdded(null);
      for (const file of files) {
        const key = keys.current++;
        setSending((all) => [...all, { key, file, part: null, trouble: null }]);
        enqueue({ key, file });
      }
    },
    retry(key) {
      const again = sending.find((one) => one.key === key);
      change(key, { trouble: null });
      if (again) enqueue({ key, file: again.file });
    },
    drop(key) {
      queue.current = queue.current.filter((one) => one.key !== key);
      remove(key);
      if (present.current?.key === key) present.current.on.stop();
    },
  };
}
