/** Work that is asked for more often than it should be done. */
export interface Paced {
  ask(): void;
  stop(): void;
}
/** Does the work soon after it is asked for, and at most once in `gapMs`: what is asked for meanwhile is done once, at the end of the gap. */
export function paced(work: () => Promise<unknown>, gapMs: number): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const rest = (): void => {
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) run();
    }, gapMs);
  };
  const run = (): void => {
    isAsked = false;
    rest();
    void work();
  };
  return {
    ask() {
      if (timer === undefined) run();
      else isAsked = true;
    },
    stop: () => clearTimeout(timer),
  };
}
