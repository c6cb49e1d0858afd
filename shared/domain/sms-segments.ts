/** The characters of the GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1), one unit each. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Those of its extension table (6.2.1.1): an escape and the character, two units. */
const EXTENSION = new Set('\f^{}\\[~]|€');
/** How many units one message holds alone, and how many each part of a longer one holds beside its header. */
const ROOM = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const;

/** What a text costs on the way: its alphabet, its length in units of it, and the parts that are paid for. */
export interface SmsLength {
  encoding: keyof typeof ROOM;
  units: number;
  parts: number;
}

/** Measures a text as operators count it. An escape pair or a surrogate pair is never cut in two by the end of a part. */
export function smsLength(text: string): SmsLength {
  const letters = [...text];
  const encoding = letters.every((l) => BASIC.has(l) || EXTENSION.has(l)) ? 'gsm7' : 'ucs2';
  const widthOf = (letter: string): number => (encoding === 'ucs2' ? letter.length : BASIC.has(letter) ? 1 : 2);
  const units = letters.reduce((sum, letter) => sum + widthOf(letter), 0);
  const { alone, part } = ROOM[encoding];
  if (units <= alone) return { encoding, units, parts: 1 };
  let parts = 1;
  let filled = 0;
  for (const width of letters.map(widthOf)) {
    if (filled + width > part) {
      parts += 1;
      filled = 0;
    }
    filled += width;
  }
  return { encoding, units, parts };
}
/** How many units of an alphabet so many parts hold together. */
export const smsRoom = (encoding: SmsLength['encoding'], parts: number): number =>
  parts === 1 ? ROOM[encoding].alone : parts * ROOM[encoding].part;
