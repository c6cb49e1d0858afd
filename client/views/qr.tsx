import type { JSX } from 'preact';

/** A square of black and white modules, the white around it included: its side, and the black ones as an SVG path. */
export interface QrDrawing {
  side: number;
  path: string;
}
/** The picture of a QR code; `label` says where it leads. */
export const Qr = ({ qr: { side, path }, label }: { qr: QrDrawing; label: string }): JSX.Element => (
  <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
    <rect width={side} height={side} fill="#fff" />
    <path d={path} fill="#000" shape-rendering="crispEdges" />
  </svg>
);
