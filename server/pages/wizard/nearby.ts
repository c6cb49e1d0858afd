import type { FormValues } from '#server/http/form.ts';
import { districtAt } from '#server/places/index.ts';
import { casesNear, type NearCase } from '#server/register/index.ts';
import type { Point } from '#shared/contract/fields.ts';
import type { Lang } from '#shared/texts/plural.ts';
import type { KnownWork, KnownWorks, WorksQuestion } from './known-works.ts';
import { pinIn } from './where.view.ts';

/** What is known beside the place of a draft. */
export interface Nearby {
  cases: NearCase[];
  works: readonly KnownWork[];
}
function questionOf(values: FormValues, lang: Lang): WorksQuestion {
  const pin = pinIn(values);
  const point: Point | null = pin && { type: 'Point', coordinates: [pin[0], pin[1]] };
  return {
    categoryCode: values.categoryCode ?? '',
    point,
    streetId: values['place.streetId'] || null,
    districtCode: (pin && districtAt(pin)) || values['place.districtCode'] || null,
    lang,
  };
}
/** Published cases and known works beside the place of a draft; nothing is beside a place that is not known by a pin or a street. */
export async function nearbyOf(values: FormValues, knownWorks: KnownWorks, lang: Lang): Promise<Nearby> {
  const question = questionOf(values, lang);
  const [cases, works] = await Promise.all([casesNear(question), knownWorks(question)]);
  return { cases, works };
}

/** By this a draft remembers that the question was answered for this very place and topic. */
export const nearbyKey = ({ categoryCode = '', ...values }: FormValues): string => {
  const place = ['place.streetId', 'place.point.coordinates.0', 'place.point.coordinates.1', 'place.districtCode'];
  return [categoryCode, ...place.map((name) => values[name] ?? '')].join('|');
};
