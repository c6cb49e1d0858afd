import type { JSX } from 'preact';

/** Where the desk's script builds the desk. Whoever has no scripts reads why nothing comes; the words wait a moment for the others. `now` is the server's instant. */
export const DeskShell = ({ now, needsScripts }: { now: string; needsScripts: string }): JSX.Element => (
  <div id="desk" data-now={now}>
    <main class="unopened waits">
      <p>{needsScripts}</p>
    </main>
  </div>
);
