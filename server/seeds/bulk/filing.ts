import { categoryOf } from '#server/catalogue/index.ts';
import type { NewAppeal } from '#shared/contract/filing.ts';
import { BENEFITS, type Channel, type ReplyWay } from '#shared/domain/appeal.ts';
import type { Almanac } from './almanac.ts';
import { aLandline, aMobile, anEmail, aPerson, type InventedPerson } from './people.ts';
import type { House, Places } from './places.ts';
import { type Draw, Lottery } from './random.ts';
import type { Sketch } from './sketch.ts';
import { letterOf } from './texts/letter.ts';
import { type Slots, say } from './texts/phrase.ts';
import { slotsOf } from './texts/slots.ts';

/** What somebody filed, and what its answer can be worded from. */
export interface Filing {
  draft: NewAppeal;
  slots: Slots;
}

type Place = NonNullable<NewAppeal['place']>;
type Contact = NewAppeal['contact'];

const residenceAt = (draw: Draw, { address }: House): string =>
  `м. Одеса, ${address}${draw.chance(0.8) ? `, кв. ${draw.between(1, 140)}` : ''}`;
const nameOf = ({ lastName, firstName, patronymic }: InventedPerson) => ({
  lastName,
  firstName,
  ...(patronymic !== undefined && { patronymic }),
});

/** How well a place is told: operators and forms find most houses, letters often name a street only. */
const ACCURACY: Readonly<Record<Channel, number>> = { phone: 0.8, web: 0.86, api: 0.95, post: 0.45, reception: 0.6 };
function placeAt(draw: Draw, channel: Channel, house: House): Place {
  const { address, point, streetId, districtCode } = house;
  if (point && draw.chance(ACCURACY[channel]))
    return { address, streetId, point: { type: 'Point', coordinates: [point[0], point[1]] } };
  if (draw.chance(0.8)) return { address, streetId };
  return { address, ...(districtCode && { districtCode }) };
}

const WAYS: Readonly<Record<Channel, Lottery<ReplyWay>>> = {
  phone: new Lottery([
    [55, 'page'],
    [42, 'phone'],
    [3, 'post'],
  ]),
  web: new Lottery([
    [68, 'page'],
    [26, 'email'],
    [6, 'post'],
  ]),
  api: new Lottery([[1, 'page']]),
  post: new Lottery([
    [80, 'post'],
    [20, 'page'],
  ]),
  reception: new Lottery([
    [60, 'post'],
    [40, 'phone'],
  ]),
};
/** A contact that fits the way in which the answer is wished. */
function contactOf(draw: Draw, channel: Channel, who: InventedPerson, replyBy: ReplyWay, residence: string): Contact {
  const hasMobile = channel === 'phone' ? draw.chance(0.93) : channel === 'post' ? draw.chance(0.3) : draw.chance(0.8);
  const hasEmail = replyBy === 'email' || (channel === 'web' && draw.chance(0.3));
  const needsLandline = !hasMobile && (channel === 'phone' || replyBy === 'phone');
  const isReached = hasMobile || hasEmail || needsLandline;
  return {
    ...(hasMobile && { phone: aMobile(draw) }),
    ...(hasEmail && { email: anEmail(draw, who) }),
    ...(needsLandline && { landline: aLandline(draw) }),
    ...((replyBy === 'post' || !isReached) && { postal: `65000, ${residence}` }),
  };
}

/** What a form asks of a category is answered by some. */
function answersTo(draw: Draw, categoryCode: string): NewAppeal['answers'] {
  const given = (categoryOf(categoryCode)?.questions ?? []).flatMap(({ code, type, options }) => {
    const answer = {
      choice: () => (options.length > 0 ? draw.pick(options).code : ''),
      yes_no: () => (draw.chance(0.5) ? 'yes' : 'no'),
      number: () => String(draw.between(1, 9)),
      text: () => '',
    }[type]();
    return answer === '' || draw.chance(0.3) ? [] : [[code, answer] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** Neighbours who sign the same letter. */
const together = (draw: Draw, house: House): NewAppeal['coApplicants'] =>
  Array.from({ length: draw.between(1, 5) }, () => {
    const who = aPerson(draw);
    return { residence: residenceAt(draw, house), ...nameOf(who), ...(draw.chance(0.4) && { phone: aMobile(draw) }) };
  });

/** What may go with a filing, and goes with few. */
function extras(draw: Draw, channel: Channel, house: House, isCollective: boolean): Partial<NewAppeal> {
  const isWritten = channel !== 'phone';
  const coApplicants = isCollective ? together(draw, house) : undefined;
  const isForAnother = isWritten && draw.chance(0.004);
  return {
    ...(coApplicants && { coApplicants }),
    ...(isForAnother && { representative: { ...nameOf(aPerson(draw)), basis: 'Довіреність, посвідчена нотаріально' } }),
    ...(draw.chance(isWritten ? 0.03 : 0.06) && { benefit: draw.pick(BENEFITS) }),
    ...(channel === 'web' && draw.chance(0.006) && { helperPhone: aMobile(draw) }),
  };
}

/** Makes what somebody files: who they are, where it is, and their words. The draft fits the shape of a filing by itself. */
export function filingOf(draw: Draw, { arrival, who, isCollective }: Sketch, places: Places, almanac: Almanac): Filing {
  const { channel, minute, subject, concern } = arrival;
  const { place } = subject.topic;
  const house = places.troubled(draw);
  const slots = slotsOf(house, (days) => almanac.dateBefore(minute, days));
  const isAtHome = place === 'house' || draw.chance(0.6);
  const residence = residenceAt(draw, isAtHome ? house : places.home(draw));
  const replyBy = WAYS[channel].draw(draw);
  const contact = contactOf(draw, channel, who, replyBy, residence);
  const answers = channel === 'web' ? answersTo(draw, subject.categoryCode) : undefined;
  const { kind = 'application', contested } = concern;
  const draft: NewAppeal = {
    kind,
    categoryCode: subject.categoryCode,
    text: letterOf(draw, concern, slots, { channel, isWoman: who.isWoman, hasPlace: place !== 'none' }),
    ...(place !== 'none' && { place: placeAt(draw, channel, house) }),
    ...(contested && {
      contested: {
        decision: say(draw.pick(contested), draw, slots),
        ...(draw.chance(0.5) && { learnedOn: almanac.dateBefore(minute, draw.between(1, 25)) }),
      },
    }),
    ...(answers && { answers }),
    applicant: { residence, ...nameOf(who) },
    contact,
    ...extras(draw, channel, house, isCollective),
    replyBy,
    consents: {
      sms: contact.phone !== undefined && draw.chance(0.18),
      publication: draw.chance(channel === 'web' ? 0.75 : 0.5),
    },
  };
  return { draft, slots };
}
