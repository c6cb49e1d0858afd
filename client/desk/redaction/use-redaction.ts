import { useRef, useState } from 'preact/hooks';
import type { AttachedFile } from '#shared/contract/attachments.ts';
import type { Rectangle } from '#shared/domain/attachments.ts';
import { useDesk } from '../desk-context.ts';
import { begun, type Redaction, undone, withChanged, withChosen, withNew, without } from './rectangles.ts';

/** The rectangles over a photo and what can be done with them. */
export interface Redacting {
  now: Redaction;
  add: (one?: Rectangle) => void;
  change: (place: number, one: Rectangle, run: string) => void;
  remove: (place: number) => void;
  choose: (place: number | null) => void;
  undo: () => void;
  /** Forgets what was not saved. */
  forget: () => void;
}
const NAME = 'rectangles';

/** Rectangles over a photo of a case; what is not saved waits, however the window is closed. */
export function useRedaction(caseId: string, { id, redactions }: AttachedFile): Redacting {
  const { drafts } = useDesk();
  const key = `${caseId}/photo/${id}`;
  const untouched = { [NAME]: JSON.stringify(redactions) };
  const [now, setNow] = useState(() => begun(JSON.parse(drafts.of(key)?.[NAME] ?? untouched[NAME] ?? '[]')));
  /** Gestures come faster than the page is drawn. */
  const latest = useRef(now);
  const to = (next: Redaction): void => {
    latest.current = next;
    drafts.keep(key, { [NAME]: JSON.stringify(next.rectangles) }, untouched);
    setNow(next);
  };
  return {
    now,
    add: (one) => to(withNew(latest.current, one)),
    change: (place, one, run) => to(withChanged(latest.current, place, one, run)),
    remove: (place) => to(without(latest.current, place)),
    choose: (place) => to(withChosen(latest.current, place)),
    undo: () => to(undone(latest.current)),
    forget: () => drafts.drop(key),
  };
}
