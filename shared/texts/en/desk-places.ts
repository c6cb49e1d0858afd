import type { DeskPlacesTexts } from '../uk/desk-places.ts';

/** The places of a list at the desk: on a map, and as a list for a trip. */
export const deskPlaces: DeskPlacesTexts = {
  fieldList: 'List for a trip',
  fieldListHint: 'PDF, the first {most} appeals of this list in the order of the way',
  fieldListOfChosen: 'List for a trip',
  look: 'How the list is shown',
  list: 'List',
  map: 'Map',
  region: 'Map of the appeals of this list',
  nearer: 'Nearer',
  farther: 'Farther',
  loading: 'Loading the map…',
  lost: 'The map did not load.',
  says: 'On the map {seen} of {total}. Beyond its edge {beyond}, without a point {placeless}.',
  toList: 'The same appeals as a list',
  cluster: { one: '{n} appeal', few: '{n} appeals', many: '{n} appeals', other: '{n} appeals' },
  press: 'Press to come nearer.',
  gathered: 'Appeals at this place',
  tooMany: 'There are too many here. Find them in the list by the address.',
};
