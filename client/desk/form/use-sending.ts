import { useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** Requests that change something, one at a time. */
export interface Sending {
  isSending: boolean;
  /** Why the last one was not carried out. */
  refused: Trouble | null;
  /** Forgets a refusal, before something else is tried. */
  begin: () => void;
}
/** Carries out one request at a time; `send` answers null where it was refused, or another one is under way. */
export function useSending(): Sending & { send: <T>(work: () => Promise<T>) => Promise<T | null> } {
  const { kept } = useDesk().words.desk.trouble;
  const [refused, setRefused] = useState<Trouble | null>(null);
  const [isSending, setSending] = useState(false);
  const isBusy = useRef(false);
  return {
    isSending,
    refused,
    begin: () => setRefused(null),
    async send(work) {
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
    },
  };
}
