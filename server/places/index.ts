/** Places: districts, streets and the border of the city, and how people find them. The only door into this folder. */

export { addressKey, nameKey } from './address-key.ts';
export { type ImportTally, importDistricts } from './commands/import-districts.ts';
export { importStreets } from './commands/import-streets.ts';
export { ImportRefused } from './import-file.ts';
export { DistrictModel, type DistrictRow, StreetModel, type StreetRow } from './places.model.ts';
export {
  districtAt,
  districtOf,
  districts,
  findPlaces,
  isInCity,
  loadPlaces,
  placesAttribution,
  streetById,
  streetsNear,
  usePlaces,
} from './places.ts';
