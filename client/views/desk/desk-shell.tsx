import type { JSX } from 'preact';

/** Where the desk's script builds the desk. Whoever has no scripts reads why nothing comes; the words wait a moment for the others. `now` is the server's instant, `ground` what lies under the marks of a map. */
export const DeskShell = ({
  now,
  needsScripts,
  ground: { base, tiles },
}: {
  now: string;
  needsScripts: string;
  ground: { base: string; tiles: { url: string; attribution: string } | null };
}): JSX.Element => (
  <div id="desk" data-now={now} data-base={base} data-tiles={tiles?.url} data-attribution={tiles?.attribution}>
    <main class="unopened waits">
      <p>{needsScripts}</p>
    </main>
  </div>
);
