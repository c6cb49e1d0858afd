import type { JSX } from 'preact';

/** One part of a bar: its class, and its share of the whole from 0 to 1. */
interface BarPart {
  name: string;
  share: number;
}
const percent = (share: number): string => `${Math.max(0, Math.min(1, share)) * 100}%`;
/** A bar of parts one after another, perhaps with a mark on it. The words beside it say the same, so readers of the screen pass it by. */
export const ShareBar = ({ parts, mark }: { parts: readonly BarPart[]; mark?: number }): JSX.Element => {
  const begins = parts.map((_, i) => parts.slice(0, i).reduce((sum, { share }) => sum + share, 0));
  return (
    <svg class="share-bar" aria-hidden="true" focusable="false">
      {parts.map(({ name, share }, i) => (
        <rect key={name} class={name} x={percent(begins[i] ?? 0)} y="4" width={percent(share)} height="12" />
      ))}
      {mark !== undefined && (
        <line class="mark" x1={percent(mark)} x2={percent(mark)} y1="0" y2="20" vector-effect="non-scaling-stroke" />
      )}
    </svg>
  );
};
