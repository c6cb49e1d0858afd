import type { AnswerResult, ReasonCode } from '#shared/domain/appeal.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { type Almanac, DAY, type Minute, OFFICE_DAY } from './almanac.ts';
import { type Draw, Lottery } from './random.ts';
import type { Arrival } from './rhythm.ts';

/** What is done about a case beside moving it: by residents, and by who looks into a «not settled». */
export type Aside = 'join' | 'confirm' | 'dispute' | 'settle';
/** One step in the life of a case. */
export interface LifeStep {
  what: Verb | Aside;
  minute: Minute;
  reasonCode?: ReasonCode;
  /** Of a draft: what the answer comes to. */
  result?: AnswerResult;
  /** Of an assignment: to whoever is left when the first was the wrong one. */
  isElsewhere?: boolean;
}

/** Shares of what goes otherwise than it should. */
const [DECLINED, FORGOTTEN, REWORKED, REOPENED] = [0.02, 0.035, 0.05, 0.025];
/** Shares of what operators publish, control closes, and applicants say of an answer. */
const [PUBLISHED_OF_CALLS, PUBLISHED, HIDDEN, CLOSED, CONFIRMED, DISPUTED] = [0.1, 0.9, 0.004, 0.6, 0.05, 0.02];
/** The share of published cases that somebody joins. */
const JOINED = 0.03;
/** The share of answers that are published beside the words that they answer. */
const ANSWERS_SHOWN = 0.4;
/** Days that applicants are given to say whether it is settled. */
const FEEDBACK = 10;

const results = new WeakMap<object, Lottery<AnswerResult>>();
const resultsOf = (shares: Readonly<Record<AnswerResult, number>>): Lottery<AnswerResult> => {
  const known = results.get(shares);
  if (known) return known;
  const made = new Lottery<AnswerResult>([
    [shares.resolved, 'resolved'],
    [shares.explained, 'explained'],
    [shares.refused, 'refused'],
  ]);
  results.set(shares, made);
  return made;
};

/** Tells a life step by step; what would come after the almanac’s end has not happened. */
class Telling {
  readonly steps: LifeStep[] = [];
  now: Minute;
  readonly #draw: Draw;
  readonly #almanac: Almanac;

  constructor(arrival: Arrival, draw: Draw, almanac: Almanac) {
    this.now = arrival.minute;
    this.#draw = draw;
    this.#almanac = almanac;
  }
  /** Takes the step at that minute; false where it lies ahead. */
  note(minute: Minute, step: Omit<LifeStep, 'minute'>): boolean {
    if (minute >= this.#almanac.end) return false;
    this.steps.push({ minute, ...step });
    return true;
  }
  /** Goes on to that minute and takes the step; false, and nothing more happens, where it lies ahead. */
  goOn(minute: Minute, step: Omit<LifeStep, 'minute'>): boolean {
    this.now = Math.max(minute, this.now + 0.5);
    return this.note(this.now, step);
  }
  /** In so many minutes, where offices are open then. */
  soon(least: number, most: number): Minute {
    return this.soonAfter(this.now, least, most);
  }
  /** The same, after another minute. */
  soonAfter(minute: Minute, least: number, most: number): Minute {
    return this.#almanac.open(minute + least + this.#draw.unit() * (most - least), this.#draw.unit() * 90);
  }
  /** So many working days later. */
  later(workdays: number): Minute {
    return this.#almanac.workdaysLater(this.now, workdays, this.#draw.unit() * (OFFICE_DAY - 1));
  }
}

/** From assignment to signature; false where it has not come so far. */
function handled(tale: Telling, draw: Draw, { subject: { topic } }: Arrival, isSecondTime: boolean): boolean {
  if (!tale.goOn(tale.soon(5, 240), { what: 'assign' })) return false;
  if (!isSecondTime && draw.chance(DECLINED)) {
    if (!tale.goOn(tale.later(1), { what: 'decline', reasonCode: 'not-ours' })) return false;
    if (!tale.goOn(tale.soon(20, 300), { what: 'assign', isElsewhere: true })) return false;
  }
  if (!tale.goOn(tale.later(draw.chance(0.6) ? 0 : 1), { what: 'accept' })) return false;
  const isForgotten = !isSecondTime && draw.chance(FORGOTTEN);
  const workdays = Math.round(draw.skewed(topic.days, 0.55)) + (isForgotten ? draw.between(18, 45) : 0);
  const result = isSecondTime && draw.chance(0.7) ? 'resolved' : resultsOf(topic.results).draw(draw);
  if (!tale.goOn(tale.later(workdays), { what: 'draft', result })) return false;
  if (draw.chance(REWORKED)) {
    if (!tale.goOn(tale.later(1), { what: 'rework', reasonCode: draw.chance(0.6) ? 'incomplete' : 'off-the-point' }))
      return false;
    if (!tale.goOn(tale.later(draw.between(1, 3)), { what: 'draft', result })) return false;
  }
  return tale.goOn(tale.later(draw.chance(0.5) ? 0 : draw.between(1, 3)), { what: 'answer' });
}

/** What becomes public, and what comes of that. */
function shown(tale: Telling, draw: Draw, channel: Arrival['channel'], registered: Minute): void {
  if (!draw.chance(channel === 'phone' ? PUBLISHED_OF_CALLS : PUBLISHED)) return;
  const published = registered + 3 + draw.unit() * 200;
  if (!tale.note(published, { what: 'publish' })) return;
  if (channel !== 'phone' && draw.chance(JOINED))
    for (let left = draw.between(1, 4), at = published; left > 0; left -= 1) {
      at += draw.unit() * 1.5 * DAY;
      tale.note(at, { what: 'join' });
    }
  if (draw.chance(HIDDEN)) tale.note(published + draw.unit() * 12 * DAY, { what: 'hide', reasonCode: 'personal-data' });
}

/** After the answer: what the applicant says of it, whether control closes the case, and whether it has to begin anew. */
function settled(tale: Telling, draw: Draw, arrival: Arrival): void {
  const answered = tale.now;
  if (arrival.channel !== 'phone' && draw.chance(ANSWERS_SHOWN)) tale.note(tale.soon(10, 300), { what: 'publish' });
  const spoke = answered + (0.1 + draw.unit() * (FEEDBACK - 1)) * DAY;
  const share = draw.unit();
  const isDisputed = share < DISPUTED;
  if (isDisputed) tale.note(spoke, { what: 'dispute' });
  else if (share < DISPUTED + CONFIRMED) tale.note(spoke, { what: 'confirm' });

  if (draw.chance(isDisputed ? 0.6 : REOPENED / 2)) {
    tale.now = isDisputed ? spoke : answered + draw.between(2, 12) * DAY;
    const reasonCode = isDisputed && draw.chance(0.7) ? 'not-done' : 'new-facts';
    if (!tale.goOn(tale.soon(60, 2 * DAY), { what: 'reopen', reasonCode })) return;
    if (!handled(tale, draw, arrival, true)) return;
  } else if (isDisputed) tale.note(tale.soonAfter(spoke, DAY, 4 * DAY), { what: 'settle' });
  if (draw.chance(CLOSED)) tale.goOn(tale.later(draw.between(8, 14)), { what: 'close' });
}

/** Everything that happened to a case since it was filed, in order. */
export function lifeOf(draw: Draw, arrival: Arrival, almanac: Almanac): readonly LifeStep[] {
  const tale = new Telling(arrival, draw, almanac);
  const isAtOnce = arrival.channel === 'phone' || arrival.channel === 'reception';
  const registered = isAtOnce ? tale.now + 2 + draw.unit() * 25 : tale.soon(5, 200);
  if (!tale.goOn(registered, { what: 'register' })) return tale.steps;
  shown(tale, draw, arrival.channel, tale.now);
  if (handled(tale, draw, arrival, false)) settled(tale, draw, arrival);
  return tale.steps.sort((a, b) => a.minute - b.minute);
}
