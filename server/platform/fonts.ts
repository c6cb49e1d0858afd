import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
/** The file of a font of the one family that papers and pictures are drawn with, such as `DejaVuSans-Bold`: it has every Ukrainian letter. */
export const fontFile = (name: string): string => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);
