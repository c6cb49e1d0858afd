import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { fontFile } from '#server/platform/fonts.ts';
import { madeOnce } from '#server/platform/made-once.ts';
import { escaped } from '#server/platform/markup.ts';
import type { PublicPetition } from '#shared/contract/petitions.ts';
import { city } from '#shared/texts/city.ts';
import { dateInFull } from '#shared/texts/dates.ts';
import { petitions as en } from '#shared/texts/en/petitions.ts';
import { fill } from '#shared/texts/fill.ts';
import { type Lang, spacedCount } from '#shared/texts/plural.ts';
import { type PetitionTexts, petitions as uk } from '#shared/texts/uk/petitions.ts';

/** The picture that social networks show beside a link: its sides and margin in pixels. */
export const CARD = { width: 1_200, height: 630 } as const;
const MARGIN = 72;
const ROOM = CARD.width - 2 * MARGIN;
/** What stands side by side under the bar: the count, and the date or the state. */
const [WIDE, NARROW] = [650, 382];
/** Where the title begins, and how high it may be. */
const TITLE = { top: 168, height: 232 } as const;
/** Sizes that are tried for the title until it fits, in pixels. */
const TITLE_SIZES = [58, 50, 42, 34, 28] as const;
const BAR = { top: 452, height: 28 } as const;
const FOOT = 512;
const COLOURS = { ink: '#111a24', muted: '#4b5866', accent: '#0a57a3', hair: '#d9dee4', done: '#12693a' } as const;
/** The picture is made anew when the count has grown by such a part of the threshold. */
const STEPS = 20;
const MOST_KEPT = 200;
const TEXTS: Readonly<Record<Lang, PetitionTexts>> = { uk, en };

/** What the picture says; two petitions that say the same have the same picture. */
interface Said {
  over: string;
  title: string;
  foot: string;
  aside: string;
  /** From 0 to 1. */
  part: number;
}
/** The count as the picture shows it: rounded down to a step. */
const roughly = (count: number, threshold: number): number => {
  const step = Math.max(1, Math.floor(threshold / STEPS));
  return Math.floor(count / step) * step;
};
function saidBy({ number, title, status, count, threshold, endsOn, answer }: PublicPetition, lang: Lang): Said {
  const { card, states, decisions, until } = TEXTS[lang];
  const rough = roughly(count.signatures, threshold);
  const [counted, wanted] = [spacedCount(lang, rough), spacedCount(lang, threshold)];
  const state = answer ? decisions[answer.decision] : states[status];
  return {
    over: fill(card.over, { number: String(number), city: city[lang].name }),
    title,
    foot: fill(rough > 0 ? card.collected : card.begun, { count: counted, threshold: wanted }),
    aside: status === 'collecting' ? fill(until, { date: dateInFull(lang, endsOn) }) : state,
    part: Math.min(1, rough / threshold),
  };
}

interface Written {
  input: Buffer;
  width: number;
  height: number;
}
/** Words drawn in our own font, whatever fonts the machine has. They are Pango markup, so their signs are made harmless. */
async function written(
  words: string,
  { size, colour, isBold = false, width = ROOM }: { size: number; colour: string; isBold?: boolean; width?: number },
): Promise<Written> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escaped(words)}</span>`,
      font: `DejaVu Sans${isBold ? ' Bold' : ''} ${size}`,
      fontfile: fontFile(isBold ? 'DejaVuSans-Bold' : 'DejaVuSans'),
      width,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width, height: info.height };
}
/** The title as large as it fits. */
async function titleOf(words: string): Promise<Written> {
  const [largest, ...smaller] = TITLE_SIZES;
  let drawn = await written(words, { size: largest, colour: COLOURS.ink, isBold: true });
  for (const size of smaller) {
    if (drawn.height <= TITLE.height) break;
    drawn = await written(words, { size, colour: COLOURS.ink, isBold: true });
  }
  return drawn;
}
const groundOf = (part: number): Buffer => {
  const [{ width, height }, { ink: _, done, accent, hair }] = [CARD, COLOURS];
  const filled = part > 0 ? Math.max(BAR.height, part * ROOM) : 0;
  const bar = `x="${MARGIN}" y="${BAR.top}" height="${BAR.height}" rx="${BAR.height / 2}"`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<rect width="${width}" height="${height}" fill="#ffffff"/>` +
      `<rect width="${width}" height="16" fill="${accent}"/>` +
      `<rect ${bar} width="${ROOM}" fill="${hair}"/>` +
      `<rect ${bar} width="${filled.toFixed(1)}" fill="${part >= 1 ? done : accent}"/>` +
      '</svg>',
  );
};
async function drawn({ over, title, foot, aside, part }: Said): Promise<Buffer> {
  const [head, words, counted, beside] = await Promise.all([
    written(over, { size: 30, colour: COLOURS.muted }),
    titleOf(title),
    written(foot, { size: 34, colour: COLOURS.ink, isBold: true, width: WIDE }),
    written(aside, { size: 30, colour: COLOURS.muted, width: NARROW }),
  ]);
  const at = ({ input }: Written, top: number, left = MARGIN) => ({ input, top: Math.round(top), left });
  return sharp(groundOf(part))
    .composite([
      at(head, 84),
      at(words, TITLE.top),
      at(counted, FOOT),
      at(beside, FOOT + 4, Math.max(MARGIN, CARD.width - MARGIN - beside.width)),
    ])
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
}

const once = madeOnce<Buffer>(MOST_KEPT);
/** The picture of a petition: a tag that changes with it, and its bytes, which are made once for all who ask. */
export function petitionCard(petition: PublicPetition, lang: Lang): { tag: string; png: () => Promise<Buffer> } {
  const said = saidBy(petition, lang);
  const tag = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
  return { tag, png: () => once(tag, () => drawn(said)) };
}
