import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Refusal } from '#client/platform/api.ts';
import { type Bulk, type BulkOrder, cancelBulk, orderBulk, readBulk } from '#shared/contract/bulk.ts';
import type { Desk } from '../desk-context.ts';

const EVERY_MS = 1_000;
/** The last order of this page, as it stands. */
export interface BulkState {
  order: Bulk | null;
  /** True where the server could not be asked what became of it. */
  isLost: boolean;
  place: (wanted: BulkOrder) => Promise<void>;
  undo: () => void;
  hide: () => void;
}
const isOver = ({ state }: Bulk): boolean => state === 'done' || state === 'cancelled';

/** Orders one thing for many cases, follows it to its end, and takes it back in time; `ended` hears when something was done. */
export function useBulk(ask: Desk['ask'], ended: () => void): BulkState {
  const [order, setOrder] = useState<Bulk | null>(null);
  const [isLost, setLost] = useState(false);
  const heard = useRef(ended);
  heard.current = ended;
  const id = order && !isOver(order) ? order.id : null;
  const take = useCallback((now: Bulk): void => {
    setOrder(now);
    setLost(false);
    if (now.state === 'done') heard.current();
  }, []);
  useEffect(() => {
    if (!id) return;
    const timer = setInterval(() => {
      ask(readBulk, { params: { id } }).then(take, () => setLost(true));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [id, ask, take]);
  const undo = useCallback(() => {
    if (!id) return;
    ask(cancelBulk, { params: { id } }).then(take, (error: unknown) => {
      if (!(error instanceof Refusal)) setLost(true); // refused: it has begun, and the next look says how far
    });
  }, [id, ask, take]);
  return {
    order,
    isLost,
    place: async (wanted) => take(await ask(orderBulk, { body: wanted })),
    undo,
    hide: () => setOrder(null),
  };
}
