/** A line that readers of the screen hear when its words change, and others do not see. */
export function spokenLine(after: Element): HTMLElement {
  const line = document.createElement('p');
  line.className = 'unseen';
  line.setAttribute('aria-live', 'polite');
  after.after(line);
  return line;
}
