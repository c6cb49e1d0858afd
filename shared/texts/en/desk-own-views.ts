import type { DeskOwnViewsTexts } from '../uk/desk-own-views.ts';

/** Lists that somebody keeps for themselves at the desk. */
export const deskOwnViews: DeskOwnViewsTexts = {
  rail: 'My lists',
  keep: 'Keep this list',
  title: 'Keep this list',
  lead: 'It will stand on the left for you alone, with its count.',
  name: 'Name of the list',
  save: 'Keep',
  saving: 'Keeping…',
  cancel: 'Cancel',
  remove: 'Remove the list “{name}”',
};
