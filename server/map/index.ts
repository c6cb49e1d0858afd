/** The map: the published cases ready to be found, the drawing that lies under them, and pictures of both. The only door into this folder. */

export { baseAddress, baseFile, drawBase } from './base/base-map.ts';
export type { DistrictCount } from './district-counts.ts';
export { type ChangedPlaces, followMap, tellMapChanged } from './map-changes.ts';
export { pictureAddress } from './picture.address.ts';
export { publicPage, TILES, tileBody } from './public-map.ts';
export { keepPublished, type PublishedKeeper } from './published.keeper.ts';
export { locatorOf, schemeOfWay } from './scheme.ts';
