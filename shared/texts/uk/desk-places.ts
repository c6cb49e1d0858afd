/** The places of a list at the desk: on a map, and as a list for a trip. */
export const deskPlaces = {
  fieldList: 'Список для виїзду',
  fieldListHint: 'PDF, перші {most} звернень цього списку в порядку об’їзду',
  fieldListOfChosen: 'Список для виїзду',
};
export type DeskPlacesTexts = typeof deskPlaces;
