import { now } from '#server/platform/clock.ts';

/** Whole seconds until an instant; none once it has come. */
export const secondsUntil = (at: Date): number => Math.max(0, Math.ceil((at.getTime() - now().getTime()) / 1_000));
