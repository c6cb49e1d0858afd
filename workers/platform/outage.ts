import { log } from '#server/platform/log.ts';

/** Logs the beginning and the end of an outage, and not each of the many errors between. */
export function oncePerOutage(part: string): { trouble: (cause: unknown) => void; over: () => void } {
  let isOut = false;
  return {
    trouble(err) {
      if (!isOut) log().warn({ part, err }, 'a part that is leaned on is in trouble');
      isOut = true;
    },
    over() {
      if (isOut) log().info({ part }, 'it is back');
      isOut = false;
    },
  };
}
