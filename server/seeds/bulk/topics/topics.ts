import { elevator, houseRepair } from './houses.ts';
import { heatingWater } from './housing.ts';
import { streetLight, trafficSigns } from './lights.ts';
import { pollution, trees } from './nature.ts';
import { adminServices, cityStaff, council, land, other } from './offices.ts';
import { advertising, illegalBuilding, neighbours, noise, trade, unsafeBuilding, vandalism } from './order.ts';
import { animals, beaches, parks } from './outdoors.ts';
import { benefits, children, displaced, health, housingList, socialHelp, veterans } from './people.ts';
import { barrierFree, roadSurface, sidewalk } from './roads.ts';
import { alarm, explosive, military, shellingDamage, shelter } from './safety.ts';
import { culture, heritage, schools, sport } from './services.ts';
import { openManhole, stormDrain, streetCleaning, winterRoad } from './street-care.ts';
import type { Topic } from './topic.ts';
import { abandonedCar, parking, publicTransport, transportStop } from './transport.ts';
import { gas, powerOutage, utilityBills, utilityNode } from './utilities.ts';
import { playground, rubbish } from './yards.ts';

/** What is written of each category, by its code. */
const TOPICS: Readonly<Record<string, Topic>> = {
  'road-surface': roadSurface,
  sidewalk,
  'barrier-free': barrierFree,
  'street-light': streetLight,
  'traffic-signs': trafficSigns,
  'open-manhole': openManhole,
  'winter-road': winterRoad,
  'storm-drain': stormDrain,
  'street-cleaning': streetCleaning,
  'public-transport': publicTransport,
  'transport-stop': transportStop,
  parking,
  'abandoned-car': abandonedCar,
  rubbish,
  playground,
  'house-repair': houseRepair,
  elevator,
  'heating-water': heatingWater,
  'power-outage': powerOutage,
  gas,
  'utility-node': utilityNode,
  'utility-bills': utilityBills,
  trees,
  parks,
  beaches,
  pollution,
  animals,
  noise,
  neighbours,
  'illegal-building': illegalBuilding,
  'unsafe-building': unsafeBuilding,
  trade,
  advertising,
  vandalism,
  shelter,
  'shelling-damage': shellingDamage,
  explosive,
  military,
  alarm,
  'social-help': socialHelp,
  benefits,
  displaced,
  veterans,
  'housing-list': housingList,
  health,
  children,
  schools,
  culture,
  heritage,
  sport,
  'city-staff': cityStaff,
  'admin-services': adminServices,
  land,
  council,
  other,
};
/** How often a category that the city added comes up, of a hundred thousand. */
const RARE = 300;
const added: Topic = { ...other, weight: RARE };
/** What people write of a category; of one that the city added, what fits anywhere. */
export const topicOf = (categoryCode: string): Topic => TOPICS[categoryCode] ?? added;
