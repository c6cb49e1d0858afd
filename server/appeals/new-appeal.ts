import { Types } from 'mongoose';
import { currentSettings } from '#server/calendar/index.ts';
import { categoryOf } from '#server/catalogue/index.ts';
import { governingDate, startClock } from '#server/deadlines/index.ts';
import { newPerson, type Person, type StatedBenefit, statedBenefit } from '#server/people/index.ts';
import { districtAt, streetById } from '#server/places/index.ts';
import { legalDateOf } from '#server/platform/clock.ts';
import { currentKey, newSalt } from '#server/platform/secrets.ts';
import {
  type CasePlace,
  type Consent,
  contactMarks,
  newApplicant,
  newCoAuthor,
  newRepresentative,
  type Participant,
  UNPUBLISHED,
} from '#server/register/index.ts';
import type { NewAppeal } from '#shared/contract/filing.ts';
import { type Channel, priorityOf } from '#shared/domain/appeal.ts';
import type { Appeal, Contested } from './appeal.plug.ts';

/** Of the words of the consents on the form; raised when they change. */
const CONSENT_TEXTS = 2;
/** Whether staff heard the number from its owner; one that stands in a letter is proved by a code like any other. */
const isVouched = (channel: Channel): boolean => channel === 'phone' || channel === 'reception';

/** How and when an appeal came in, and the number that it gets. */
export interface Receipt {
  number: string;
  receivedAt: Date;
  /** When it is written down, where that is later: what people said of themselves is of this moment. */
  enteredAt?: Date;
  channel: Channel;
  /** Makes the ids of the rows; seeding makes the same ones each time. */
  newId?: () => Types.ObjectId;
}
/** An appeal with the people who brought it, ready to be kept. */
export interface Brought {
  appeal: Appeal;
  people: Person[];
  benefits: StatedBenefit[];
  participants: Participant[];
}

const contestedOf = ({ kind, contested }: Pick<NewAppeal, 'kind' | 'contested'>): Contested | null => {
  if (kind !== 'complaint' || !contested) return null;
  const { decision, departmentId, decidedOn = null, learnedOn = null } = contested;
  return { decision, departmentId: departmentId ? new Types.ObjectId(departmentId) : null, decidedOn, learnedOn };
};

/** A place as it was said: a point is a house, and what is known of a street or a district alone stays without a pin. */
function placeOf({ place = {} }: Pick<NewAppeal, 'place'>): CasePlace {
  const { point = null, streetId = null, address = null, description = null } = place;
  const street = streetId === null ? undefined : streetById(streetId);
  const only = street?.districts.length === 1 ? street.districts[0] : undefined;
  const districtCode = (point && districtAt(point.coordinates)) ?? place.districtCode ?? only ?? null;
  const accuracy = point ? 'house' : street ? 'street' : districtCode ? 'district' : 'none';
  return { address, description, point, accuracy, streetId, districtCode };
}

/** What an appeal is about, whoever brought it. */
type Matter = Pick<NewAppeal, 'kind' | 'categoryCode' | 'text' | 'place' | 'contested' | 'answers' | 'benefit'> &
  Pick<NewAppeal, 'coApplicants'>;
/** An appeal as it enters the register: unpublished, on the clocks that are given. */
export function newAppeal(
  draft: Matter,
  { number, receivedAt, channel, newId, clocks }: Required<Omit<Receipt, 'enteredAt'>> & Pick<Appeal, 'clocks'>,
): Appeal {
  return {
    _id: newId(),
    regime: 'appeal',
    number,
    registrationIndex: null,
    channel,
    receivedAt,
    status: 'submitted',
    clocks,
    dueOn: governingDate(clocks),
    executors: [],
    categoryCode: draft.categoryCode,
    questionGroup: categoryOf(draft.categoryCode)?.questionGroup ?? 25,
    classification: null,
    place: placeOf(draft),
    result: null,
    answeredOn: null,
    answerId: null,
    steps: [{ status: 'received', at: receivedAt }],
    publication: UNPUBLISHED,
    priority: priorityOf(draft.benefit),
    applicants: 1 + (draft.coApplicants?.length ?? 0),
    reopenRequestedAt: null,
    awaitingApplicantSince: null,
    marks: [],
    control: null,
    promise: null,
    procedure: 'appeal',
    links: [],
    past: null,
    statusBefore: null,
    accessKeyId: currentKey('access-code'),
    accessVersion: 1,
    settingsVersion: currentSettings().version,
    version: 1,
    kind: draft.kind,
    text: draft.text,
    textSalt: newSalt(),
    answers: Object.entries(draft.answers ?? {}).map(([question, answer]) => ({ question, answer })),
    contested: contestedOf(draft),
  };
}

const consentsOf = ({ consents }: NewAppeal, at: Date, channel: Channel): Consent[] =>
  (['sms', 'publication'] as const).flatMap((purpose) =>
    consents[purpose] ? [{ purpose, textVersion: CONSENT_TEXTS, at, channel }] : [],
  );

/** What becomes of a filing: the case and everybody's part in it. Nothing is read or written but the catalogue, places and calendar in memory; seeding builds with it too. */
export function broughtBy(
  draft: NewAppeal,
  { number, receivedAt, enteredAt: at = receivedAt, channel, newId = () => new Types.ObjectId() }: Receipt,
): Brought {
  // The month of art. 20 runs from the receipt.
  const clocks = [startClock('appeal.month', legalDateOf(receivedAt))];
  const appeal = newAppeal(draft, { number, receivedAt, channel, newId, clocks });
  const applicant = newPerson(draft.applicant, draft.contact, { at, isPhoneVouched: isVouched(channel), id: newId() });
  const { replyBy, helperPhone, benefit, representative } = draft;
  const consents = consentsOf(draft, at, channel);
  const part = newApplicant(appeal._id, applicant._id, { replyBy, consents, helperPhone, id: newId() });
  const brought: Brought = {
    appeal: { ...appeal, marks: contactMarks(part, applicant) },
    people: [applicant],
    benefits: benefit ? [statedBenefit(applicant._id, benefit)] : [],
    participants: [part],
  };
  for (const { phone, email, ...who } of draft.coApplicants ?? []) {
    const person = newPerson(who, { ...(phone && { phone }), ...(email && { email }) }, { at, id: newId() });
    brought.people.push(person);
    brought.participants.push(
      newCoAuthor(appeal._id, person._id, { replyBy: email ? 'email' : 'page', consents: [], id: newId() }),
    );
  }
  if (representative) {
    const { basis, ...who } = representative;
    const person = newPerson(who, {}, { at, id: newId() });
    brought.people.push(person);
    brought.participants.push(newRepresentative(appeal._id, person._id, basis, { replyBy, id: newId() }));
  }
  return brought;
}
