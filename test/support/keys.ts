const aKey = (fill: number): string => `k${fill}:${Buffer.alloc(32, fill).toString('base64')}`;
/** Keys for tests only. */
export const KEYS = { DATA_KEYS: aKey(1), HISTORY_KEYS: aKey(2) };
