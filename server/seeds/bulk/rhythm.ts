import type { Channel } from '#shared/domain/appeal.ts';
import { type Almanac, DAY, type Minute } from './almanac.ts';
import { type Draw, Lottery } from './random.ts';
import type { Concern, Topic } from './topics/topic.ts';

/** A leaf of the catalogue with what is written of it. */
export interface Subject {
  categoryCode: string;
  topic: Topic;
}
/** When and by what way something came, and what it was about. */
export interface Arrival {
  minute: Minute;
  channel: Channel;
  subject: Subject;
  concern: Concern;
}

/** Mondays gather what the weekend brought. */
const WEEKDAYS = [0, 1.35, 1.2, 1.1, 1.05, 1, 0.5, 0.38] as const;
/** How many times more comes in on a day of storm, and on the day after; how many such days a year has. */
const [STORM, DAY_AFTER, STORMS_A_YEAR] = [8, 3, 6];

/** How likely a call, or a letter, is in each hour of the day. */
const CALLS = [1, 1, 0.5, 0.5, 0.5, 1, 4, 14, 34, 46, 44, 38, 30, 28, 32, 31, 28, 24, 20, 17, 14, 10, 6, 3];
const LETTERS = [4, 2, 1, 1, 1, 2, 5, 12, 20, 27, 29, 27, 26, 26, 26, 25, 24, 24, 25, 28, 31, 30, 22, 12];
const DESK = [0, 0, 0, 0, 0, 0, 0, 0, 0, 40, 50, 45, 30, 20, 45, 45, 35, 10, 0, 0, 0, 0, 0, 0];
const hoursOf = (weights: readonly number[]) => new Lottery(weights.map((weight, hour) => [weight, hour] as const));
const HOURS: Readonly<Record<Channel, Lottery<number>>> = {
  phone: hoursOf(CALLS),
  web: hoursOf(LETTERS),
  api: hoursOf(LETTERS),
  post: hoursOf(DESK),
  reception: hoursOf(DESK),
};

/** The share of the contact centre’s cases that come by phone; the rest comes by the net and on paper. */
export const BY_PHONE = 0.79;
/** Ways in which cases come where this share is phoned in. What is about no place is written and told in person more often. */
const channelsOf = (byPhone: number) => ({
  ofPlaces: new Lottery<Channel>([
    [byPhone, 'phone'],
    [(1 - byPhone) * 0.85, 'web'],
    [(1 - byPhone) * 0.04, 'api'],
    [(1 - byPhone) * 0.07, 'post'],
    [(1 - byPhone) * 0.04, 'reception'],
  ]),
  ofOffices: new Lottery<Channel>([
    [byPhone * 0.81, 'phone'],
    [1 - byPhone, 'web'],
    [byPhone * 0.12, 'post'],
    [byPhone * 0.06, 'reception'],
  ]),
});

const mixOf = (subjects: readonly Subject[], month: number, isStorm: boolean) =>
  new Lottery(
    subjects.map((subject) => {
      const { weight, months, storm = 1 } = subject.topic;
      return [weight * (months?.[month] ?? 1) * (isStorm ? storm : 1), subject] as const;
    }),
  );

/** Makes a thing once for each key. */
function once<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new Map<Key, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** How a city writes and calls: more on Mondays, in working hours and after storms, of heating in winter and of roads in spring. */
export class Rhythm {
  readonly #almanac: Almanac;
  readonly #days: Lottery<number>;
  readonly #mixes: readonly Lottery<Subject>[];
  readonly #concerns: readonly ((topic: Topic) => Lottery<Concern>)[];
  readonly #channels: ReturnType<typeof channelsOf>;

  /** `draw` decides on which days there were storms. */
  constructor(almanac: Almanac, subjects: readonly Subject[], draw: Draw, byPhone = BY_PHONE) {
    this.#channels = channelsOf(byPhone);
    this.#almanac = almanac;
    const { days } = almanac;
    const storms = new Set<number>();
    const wanted = Math.round((STORMS_A_YEAR * days.length) / 365);
    while (storms.size < wanted) storms.add(draw.below(days.length));

    const calm = once((month: number) => mixOf(subjects, month, false));
    const stormy = once((month: number) => mixOf(subjects, month, true));
    this.#mixes = days.map(({ month }, i) => (storms.has(i) ? stormy(month) : calm(month)));
    this.#days = new Lottery(
      days.map(({ month, weekday }, i) => {
        const weather = storms.has(i) ? STORM : storms.has(i - 1) ? DAY_AFTER : 1;
        return [calm(month).total * (WEEKDAYS[weekday] ?? 1) * weather, i] as const;
      }),
    );
    this.#concerns = Array.from({ length: 12 }, (_, month) =>
      once(
        ({ concerns }: Topic) =>
          new Lottery(concerns.map((concern) => [concern.weight * (concern.months?.[month] ?? 1), concern] as const)),
      ),
    );
  }

  /** When the next one comes, and what it is about. */
  arrival(draw: Draw): Arrival {
    const index = this.#days.draw(draw);
    const day = this.#almanac.days[index];
    const [mix, concernsOf] = [this.#mixes[index], this.#concerns[day?.month ?? 0]];
    if (!day || !mix || !concernsOf) throw new RangeError(`no day ${index}`);
    const subject = mix.draw(draw);
    const concern = concernsOf(subject.topic).draw(draw);
    const { ofPlaces, ofOffices } = this.#channels;
    const wished = (subject.topic.place === 'none' ? ofOffices : ofPlaces).draw(draw);
    const isAtDesk = wished === 'post' || wished === 'reception';
    const channel = isAtDesk && !day.isWorking ? 'web' : wished;
    const minute = index * DAY + HOURS[channel].draw(draw) * 60 + draw.unit() * 60;
    return { minute, channel, subject, concern };
  }
}
