/** What is drawn of the city on papers. In the state language alone. */
export const papersMap = {
  north: 'Пн',
  metres: '{n} м',
  kilometres: '{n} км',
};
