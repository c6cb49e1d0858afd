/** One kind of request; of several paths they are taken in turn. */
export interface Kind {
  method: 'GET' | 'POST';
  paths: readonly string[];
  headers: Readonly<Record<string, string>>;
  body?: string;
}
/** What the generator is told to send for so many seconds: each kind at a rate a second (open loop), or by so many callers (closed loop). */
export interface Order {
  base: string;
  seconds: number;
  flows: readonly { name: string; kind: Kind; perSecond?: number; callers?: number }[];
}
/** What became of one kind. */
export interface Flow {
  /** From when a request was due until its answer was whole, in milliseconds; of those answered with 2xx. */
  times: number[];
  sent: number;
  ok: number;
  /** 503 with Retry-After. */
  shed: number;
  /** Any other answer, by its status. */
  others: Record<string, number>;
  /** No answer within the generator's patience, or a broken connection; by the cause. */
  failed: Record<string, number>;
  /** Not sent, since too many were under way already. */
  unsent: number;
  /** Ids of what was made. */
  made: string[];
}
