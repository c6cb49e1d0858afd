import { useCallback, useEffect, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { listMessageTexts, type MessageText, saveMessageText } from '#shared/contract/message-texts.ts';
import { useDesk } from '../desk-context.ts';
import { type Trouble, troubleOf } from '../form/trouble.ts';
import { type Sending, useSending } from '../form/use-sending.ts';

/** The texts, what is needed to reckon one, and the way to change them. */
export interface MessageTexts extends Sending {
  /** Null until they have come. */
  items: readonly MessageText[] | null;
  /** Where the city is reached, without a scheme. */
  site: string;
  /** Kopiykas. */
  pricePerPart: number;
  trouble: Trouble | null;
  load: () => void;
  /** Whether it was done. */
  save: (of: MessageText, words: { text: string; note: string }) => Promise<boolean>;
}
type Come = Pick<MessageTexts, 'site' | 'pricePerPart'> & { items: readonly MessageText[] };

/** Keeps the texts; where somebody else was quicker, theirs are read and the person is told. */
export function useMessageTexts(): MessageTexts {
  const { ask, words } = useDesk();
  const { offline } = words.desk.trouble;
  const [come, setCome] = useState<Come | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isStale, setStale] = useState(false);
  const { send, refused, begin, isSending } = useSending();
  const load = useCallback(async (): Promise<void> => {
    setTrouble(null);
    try {
      setCome(await ask(listMessageTexts, {}));
    } catch (error) {
      setTrouble(troubleOf(error, offline));
    }
  }, [ask, offline]);
  useEffect(() => void load(), [load]);
  return {
    items: come?.items ?? null,
    site: come?.site ?? '',
    pricePerPart: come?.pricePerPart ?? 0,
    trouble,
    load: () => void load(),
    isSending,
    refused: isStale && refused ? { ...refused, message: words.messageTexts.stale } : refused,
    begin: () => {
      setStale(false);
      begin();
    },
    async save({ template, version: expectedVersion }, { text, note }) {
      setStale(false);
      const saved = await send(() =>
        ask(saveMessageText, { params: { template }, body: { expectedVersion, text, note } }).catch(
          (error: unknown) => {
            setStale(error instanceof Refusal && error.problem.code === 'version.stale');
            throw error;
          },
        ),
      );
      void load();
      return saved !== null;
    },
  };
}
