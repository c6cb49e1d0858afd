import type { Rectangle } from '#shared/domain/attachments.ts';

/** A rectangle in whole percents of the picture, as people read and write it. */
export const percents = ({ x, y, width, height }: Rectangle): Rectangle => {
  const whole = (share: number): number => Math.round(share * 100);
  return { x: whole(x), y: whole(y), width: whole(width), height: whole(height) };
};
/** The sides of a rectangle in the order in which people read them. */
export const SIDES = ['x', 'y', 'width', 'height'] as const satisfies readonly (keyof Rectangle)[];
