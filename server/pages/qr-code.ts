import encodeQR from 'qr';
import type { QrDrawing } from '#client/views/qr.tsx';

/** So many modules of white around it make it readable (ISO/IEC 18004, 6.3.8). */
const BORDER = 4;
/** An address as a QR code (ISO/IEC 18004) that stands some dirt and folds: the modules of each row as runs of one path. */
export function qrOf(address: string): QrDrawing {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: BORDER });
  const runs = rows.flatMap((row, y) =>
    row.flatMap((isBlack, x) => {
      if (!isBlack || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      return [`M${x} ${y}h${length}v1h${-length}z`];
    }),
  );
  return { side: rows.length, path: runs.join('') };
}
