/** A public number as people read it: `2600 123 452`, with no-break spaces. Forms take it back with any spaces. */
export const spacedNumber = (number: string): string => number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3');
/** An access code as people read it: `7KQ2M-4PXYZ`. Forms take it back with or without the dash. */
export const dashedCode = (code: string): string => code.replace(/^(.{5})(.{5})$/, '$1-$2');
