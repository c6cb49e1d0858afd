/** A rest between two rounds that can be cut short. */
export interface Rest {
  /** Resolves after so many milliseconds, or at once where somebody has called meanwhile. */
  take(ms: number): Promise<void>;
  /** Ends the rest that is being taken, or the next one. */
  wake(): void;
}
/** A rest for one loop. */
export function restless(): Rest {
  let isCalled = false;
  let end = (): void => undefined;
  return {
    async take(ms) {
      if (!isCalled)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      isCalled = false;
    },
    wake() {
      isCalled = true;
      end();
    },
  };
}
