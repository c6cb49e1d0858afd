import type { DeskPlacesTexts } from '../uk/desk-places.ts';

/** The places of a list at the desk: on a map, and as a list for a trip. */
export const deskPlaces: DeskPlacesTexts = {
  fieldList: 'List for a trip',
  fieldListHint: 'PDF, the first {most} cases of this list in the order of the way',
  fieldListOfChosen: 'List for a trip',
};
