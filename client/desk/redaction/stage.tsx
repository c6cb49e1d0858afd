import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AttachedFile } from '#shared/contract/attachments.ts';
import type { Rectangle } from '#shared/domain/attachments.ts';
import { fill } from '#shared/texts/fill.ts';
import { useDesk } from '../desk-context.ts';
import { percents } from './percents.ts';
import { moved, resized, STEP } from './rectangles.ts';
import { usePointer } from './use-pointer.ts';
import type { Redacting } from './use-redaction.ts';

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};
/** How much of the window's height a photo may take, as the style sheet says too. */
const ROOM_VH = 68;
const placed = ({ x, y, width, height }: Rectangle) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

/** The room that a photo takes, known before it has come: as wide and as high as fits, or twice as wide to see more. */
const sized = ({ width, height }: AttachedFile, isLarger: boolean) => {
  const [wide, high] = [width ?? 1, height ?? 1];
  const fits = `min(${wide}px, 100cqi, ${(ROOM_VH * wide) / high}vh)`;
  return { aspectRatio: `${wide} / ${high}`, width: isLarger ? '200cqi' : fits };
};

/** The photo with its rectangles, each a button: arrows move it, with Shift they change its size, Delete removes it. `n` is the photo's number. */
export const Stage = ({
  file,
  n,
  redacting,
  isLarger,
}: {
  file: AttachedFile;
  n: number;
  redacting: Redacting;
  isLarger: boolean;
}): JSX.Element => {
  const { redaction: texts } = useDesk().words.files;
  const { now, change, remove, choose } = redacting;
  const { rectangles, chosen } = now;
  const { drawn, on } = usePointer(redacting);
  const stage = useRef<HTMLDivElement>(null);
  // The focus goes to whichever was chosen anew: one that was just added, or the neighbour of one that is gone.
  const count = rectangles.length;
  const counted = useRef(count);
  useLayoutEffect(() => {
    if (counted.current !== count && chosen !== null)
      stage.current?.querySelector<HTMLElement>(`[data-place="${chosen}"]`)?.focus();
    counted.current = count;
  }, [count, chosen]);

  const press = (event: TargetedKeyboardEvent<HTMLElement>, place: number, one: Rectangle): void => {
    const by = ARROWS[event.key];
    const isDelete = event.key === 'Delete' || event.key === 'Backspace';
    if (!by && !isDelete) return;
    event.preventDefault();
    if (isDelete) remove(place);
    if (!by) return;
    const made = (event.shiftKey ? resized : moved)(one, { x: by[0], y: by[1] });
    change(place, made, `${event.shiftKey ? 'size' : 'place'} ${place}`);
  };
  return (
    <div class="stage-room" tabIndex={isLarger ? 0 : -1}>
      <div ref={stage} class="stage" {...on}>
        <img src={file.url} alt={fill(texts.picture, { n })} draggable={false} style={sized(file, isLarger)} />
        {rectangles.map((one, place) => (
          <button
            key={place}
            type="button"
            class="box"
            data-place={place}
            style={placed(one)}
            aria-label={fill(texts.at, { n: place + 1, ...percents(one) })}
            aria-pressed={chosen === place}
            onFocus={() => choose(place)}
            onClick={() => choose(place)}
            onKeyDown={(event) => press(event, place, one)}
          >
            <span class="no">{place + 1}</span>
            <span class="handle" />
          </button>
        ))}
        {drawn && <span class="box drawn" style={placed(drawn)} />}
      </div>
    </div>
  );
};
