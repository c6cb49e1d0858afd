/** What is drawn of the city on papers. In the state language alone. */
export const papersMap = {
  north: 'Пн',
  metres: '{n} м',
  kilometres: '{n} км',
  place: 'Місце: {place}',
  marked: 'позначене на схемі',
  coordinates: 'Координати: {lat}, {lng}',
  rough: 'Схема приблизна: на ній головні вулиці й райони. Код відкриває точку в застосунку мап.',
  alt: 'Схема частини міста. Місце звернення позначено колом посередині: {place}; координати {lat}, {lng}.',
  code: 'QR-код з координатами місця',
};
