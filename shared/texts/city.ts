/** The city that this installation serves, as its pages, letters and texts name it. Another city changes this file alone. */
export const city = {
  /** The number of the contact centre, as people read and dial it. */
  contactCentre: '15-35',
  uk: {
    name: 'Одеса',
    /** «чого?»: Одеси. */
    genitive: 'Одеси',
    /** Who answers for personal data (Law 2297-VI, art. 12). */
    controller: 'Виконавчий комітет Одеської міської ради',
    council: 'Одеська міська рада',
    address: '65026, м. Одеса, Біржова площа,\u00a01',
    /** Where the data lies, as the controller must be able to say (art. 8(2)(1)). */
    servers: 'на серверах міської ради в Україні',
  },
  en: {
    name: 'Odesa',
    controller: 'the Executive Committee of the Odesa City Council',
    council: 'Odesa City Council',
    address: '1 Birzhova Square, Odesa 65026, Ukraine',
    servers: 'on servers of the city council in Ukraine',
  },
};
