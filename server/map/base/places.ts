import type { BaseLabel, BasePark } from '#shared/domain/map/base-map.ts';
import { line } from './line.ts';

const park = (uk: string, en: string, written: string): BasePark => ({ name: { uk, en }, ring: line(written) });
/** The greens that people meet at, drawn by eye. */
export const PARKS: readonly BasePark[] = [
  park(
    'Парк Шевченка',
    'Shevchenko Park',
    '30.754 46.483, 30.7585 46.4838, 30.7605 46.4805, 30.762 46.4765, 30.76 46.4745, 30.755 46.4755, 30.753 46.479',
  ),
  park(
    'Парк Перемоги',
    'Peremohy Park',
    '30.7455 46.453, 30.75 46.4545, 30.752 46.451, 30.7505 46.4478, 30.747 46.4495',
  ),
  park('Дюківський сад', 'Diuk’s Garden', '30.71 46.4815, 30.7135 46.4805, 30.7125 46.4775, 30.7085 46.4765'),
  park('Ботанічний сад', 'Botanical Garden', '30.766 46.444, 30.7695 46.4445, 30.7695 46.4405, 30.767 46.4402'),
  park('Парк Аркадія', 'Arkadia Park', '30.763 46.433, 30.7665 46.4318, 30.7678 46.4285, 30.7645 46.4305'),
  park('Парк Савицького', 'Savytskoho Park', '30.7125 46.4385, 30.718 46.438, 30.717 46.4345, 30.7125 46.435'),
  park(
    'Преображенський парк',
    'Preobrazhenskyi Park',
    '30.7305 46.468, 30.7335 46.468, 30.7335 46.4655, 30.731 46.4645',
  ),
  park('Лузанівський парк', 'Luzanivskyi Park', '30.7535 46.5495, 30.7605 46.553, 30.765 46.5525, 30.757 46.549'),
];

const label = (kind: BaseLabel['kind'], uk: string, en: string, lng: number, lat: number): BaseLabel => ({
  kind,
  name: { uk, en },
  at: [lng, lat],
});
const quarter = (uk: string, en: string, lng: number, lat: number) => label('quarter', uk, en, lng, lat);
const spot = (uk: string, en: string, lng: number, lat: number) => label('spot', uk, en, lng, lat);
const water = (uk: string, en: string, lng: number, lat: number) => label('water', uk, en, lng, lat);
/** Names that stand on the drawing by themselves. */
export const LABELS: readonly BaseLabel[] = [
  water('Чорне море', 'Black Sea', 30.815, 46.43),
  water('Одеська затока', 'Odesa Bay', 30.775, 46.525),
  water('Куяльницький лиман', 'Kuialnyk Liman', 30.735, 46.595),
  water('Хаджибейський лиман', 'Khadzhybei Liman', 30.64, 46.585),
  water('Сухий лиман', 'Sukhyi Liman', 30.633, 46.341),
  spot('Порт', 'Port', 30.7395, 46.4912),
  spot('Залізничний вокзал', 'Railway station', 30.7406, 46.4668),
  spot('Аеропорт', 'Airport', 30.6765, 46.4268),
  quarter('Центр', 'Centre', 30.7375, 46.481),
  quarter('Молдаванка', 'Moldavanka', 30.715, 46.4735),
  quarter('Слобідка', 'Slobidka', 30.6965, 46.4895),
  quarter('Пересип', 'Peresyp', 30.7185, 46.518),
  quarter('Лузанівка', 'Luzanivka', 30.7605, 46.5565),
  quarter('Селище Котовського', 'Kotovskoho', 30.78, 46.579),
  quarter('Черемушки', 'Cheremushky', 30.708, 46.4475),
  quarter('Таїрова', 'Tairova', 30.7155, 46.391),
  quarter('Ланжерон', 'Lanzheron', 30.7605, 46.471),
  quarter('Аркадія', 'Arkadia', 30.7605, 46.425),
  quarter('Великий Фонтан', 'Velykyi Fontan', 30.745, 46.412),
  quarter('Чорноморка', 'Chornomorka', 30.6985, 46.3555),
  quarter('Застава', 'Zastava', 30.6665, 46.462),
];
/** The runway, which is seen from far. */
export const RUNWAY = line('30.6725 46.4375, 30.6815 46.4145');
