import type * as L from 'leaflet';

/** What a map may take of a sheet, in pixels of a style sheet: the width of A4 within its margins, and less than half its height. */
const SHEET = { width: 656, height: 416 } as const;

/** Lets a map be printed as it is seen: on paper the style sheet keeps its size, so that it shows the same part, and shrinks it to the sheet. */
export function fitPaper(map: L.Map): void {
  const measure = (): void => {
    const { x, y } = map.getSize();
    if (x === 0 || y === 0) return;
    const { style } = map.getContainer();
    style.setProperty('--seen-width', `${x}px`);
    style.setProperty('--seen-height', `${y}px`);
    style.setProperty('--to-sheet', Math.min(SHEET.width / x, SHEET.height / y).toFixed(3));
  };
  map.on('resize', measure);
  measure();
}
