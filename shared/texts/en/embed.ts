import type { EmbedTexts } from '../uk/embed.ts';

export const embed: EmbedTexts = {
  title: 'Map of appeals',
  whole: 'Open the map with its list',
  report: 'Report a problem',
  open: 'Open the appeal',
};
