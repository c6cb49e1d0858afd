import type { TargetedKeyboardEvent } from 'preact';

/** Sends the form in which Ctrl and Enter (on a Mac ⌘ and Enter) are pressed, also out of a field of several lines. */
export const sendByKey = (event: TargetedKeyboardEvent<HTMLFormElement>): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
};
