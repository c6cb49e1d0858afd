import type { LegalValues } from './legal-clock/legal-values.ts';

/** What another city's charter sets: signatures, and for how long they are collected; null where that is not known. */
export interface PetitionPreset {
  city: { uk: string; en: string };
  threshold: number;
  collect: LegalValues['petition']['collect'] | null;
}
/** Numbers of other cities, to begin a city's own edition with: art. 23-1 leaves both to the charter of the community. */
export const PETITION_PRESETS = [
  { city: { uk: 'Одеса', en: 'Odesa' }, threshold: 1_000, collect: { months: 3 } },
  { city: { uk: 'Київ', en: 'Kyiv' }, threshold: 6_000, collect: { days: 60 } },
  { city: { uk: 'Біла Церква', en: 'Bila Tserkva' }, threshold: 700, collect: { days: 45 } },
  { city: { uk: 'Суми', en: 'Sumy' }, threshold: 250, collect: { days: 45 } },
  { city: { uk: 'Краматорськ', en: 'Kramatorsk' }, threshold: 250, collect: { days: 30 } },
  { city: { uk: 'Прилуки', en: 'Pryluky' }, threshold: 150, collect: { days: 60 } },
  { city: { uk: 'Кропивницький', en: 'Kropyvnytskyi' }, threshold: 450, collect: null },
] as const satisfies readonly PetitionPreset[];
