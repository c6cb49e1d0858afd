import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Lang } from '#shared/texts/plural.ts';
import { type DeskAddress, readAddress, writeAddress } from './address.ts';

/** The desk's place as the address bar has it, and the way to another; the browser's back button works by itself. */
export function useAddress(lang: Lang): [DeskAddress, (to: Partial<DeskAddress>) => void] {
  const [address, setAddress] = useState(() => readAddress(new URL(location.href)));
  useEffect(() => {
    const follow = (): void => setAddress(readAddress(new URL(location.href)));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = useCallback(
    (to: Partial<DeskAddress>): void => {
      const from = readAddress(new URL(location.href));
      const next = { ...from, ...to };
      if (writeAddress(lang, next) !== writeAddress(lang, from)) history.pushState(null, '', writeAddress(lang, next));
      setAddress(next);
    },
    [lang],
  );
  return [address, go];
}
