import type { TargetedPointerEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Rectangle } from '#shared/domain/attachments.ts';
import { covered, moved, resized, type Spot } from './rectangles.ts';
import type { Redacting } from './use-redaction.ts';

/** A drag under way: a new rectangle from a spot on, or one that is moved or made larger or smaller. */
type Drag = { from: Spot; run: string } & (
  | { kind: 'draw' }
  | { kind: 'move' | 'resize'; place: number; before: Rectangle }
);
type PointerDeed = (event: TargetedPointerEvent<HTMLElement>) => void;
/** What a picture does under mouse, finger and pen, and the rectangle that is being drawn. */
export interface Drawing {
  drawn: Rectangle | null;
  on: {
    onPointerDown: PointerDeed;
    onPointerMove: PointerDeed;
    onPointerUp: PointerDeed;
    onPointerCancel: PointerDeed;
  };
}
const spotOf = ({ clientX, clientY, currentTarget }: TargetedPointerEvent<HTMLElement>): Spot => {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const share = (at: number, whole: number) => Math.min(Math.max(at / whole, 0), 1);
  return { x: share(clientX - left, width), y: share(clientY - top, height) };
};
/** The rectangle under the pointer, and whether it was taken by its handle. */
function grabbed(target: EventTarget | null): { box: HTMLElement; place: number; isHandle: boolean } | null {
  const box = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null;
  if (!box) return null;
  return { box, place: Number(box.dataset.place), isHandle: (target as Element).closest('.handle') !== null };
}

/** Draws, moves and resizes rectangles by one pointer; a second finger is the browser's, to enlarge the page. */
export function usePointer({ now, add, change, choose }: Redacting): Drawing {
  const drag = useRef<Drag | null>(null);
  const gestures = useRef(0);
  const [drawn, setDrawn] = useState<Rectangle | null>(null);

  const start: PointerDeed = (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault(); // neither the picture nor the words around are to be dragged or marked
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = spotOf(event);
    const run = `drag ${gestures.current++}`;
    const held = grabbed(event.target);
    const before = held && now.rectangles[held.place];
    if (!held || !before) {
      drag.current = { kind: 'draw', from, run };
      return;
    }
    held.box.focus();
    choose(held.place);
    drag.current = { kind: held.isHandle ? 'resize' : 'move', place: held.place, before, from, run };
  };
  const follow: PointerDeed = (event) => {
    const going = drag.current;
    if (!going) return;
    const at = spotOf(event);
    if (going.kind === 'draw') return setDrawn(covered(going.from, at));
    const by = { x: at.x - going.from.x, y: at.y - going.from.y };
    if (by.x === 0 && by.y === 0) return;
    change(going.place, (going.kind === 'move' ? moved : resized)(going.before, by), going.run);
  };
  const end: PointerDeed = (event) => {
    const going = drag.current;
    drag.current = null;
    setDrawn(null);
    const one = going?.kind === 'draw' ? covered(going.from, spotOf(event)) : null;
    if (one) add(one);
  };
  const cancel: PointerDeed = () => {
    drag.current = null;
    setDrawn(null);
  };
  return { drawn, on: { onPointerDown: start, onPointerMove: follow, onPointerUp: end, onPointerCancel: cancel } };
}
