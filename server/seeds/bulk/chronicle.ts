import type { Appeal } from '#server/appeals/appeal.plug.ts';
import { appealPlug, broughtBy } from '#server/appeals/index.ts';
import { categoryOf } from '#server/catalogue/index.ts';
import { type HistoryEvent, type SealedEvent, seal } from '#server/history/index.ts';
import type { Answer } from '#server/register/answer.model.ts';
import {
  controlRemoved,
  controlSet,
  executorsBy,
  newAnswer,
  newFeedback,
  registration,
  signatureBy,
} from '#server/register/case.documents.ts';
import { asideEvent, filedEvent } from '#server/register/case.history.ts';
import { type Effect, movedBy } from '#server/register/case.move.ts';
import { publicationFrom } from '#server/register/case.publication.ts';
import { joining } from '#server/register/commands/join-case.ts';
import type { Feedback } from '#server/register/feedback.model.ts';
import { contactMarks, suggestionOf, UNPUBLISHED } from '#server/register/index.ts';
import type { MoveBody } from '#shared/contract/move.ts';
import type { Verb } from '#shared/domain/workflow.ts';
import { SAMPLE_FACTS } from '../sample-scan.ts';
import type { CaseRows, Numbers } from './case-rows.ts';
import { type Filing, filingOf } from './filing.ts';
import { idsOf } from './ids.ts';
import type { LifeStep } from './life.ts';
import type { Official } from './officials.ts';
import { aMobile, aPerson } from './people.ts';
import type { Draw } from './random.ts';
import { type Sketch, sketchOf, streamOf } from './sketch.ts';
import { deliveriesFor, proveContacts } from './telling.ts';
import { CONTEST_ROUTE, disputeOf, replyOf } from './texts/reply.ts';
import { spokenDate } from './texts/slots.ts';
import type { World } from './world.ts';

type Request = Omit<MoveBody, 'expectedVersion'>;
const PLAIN: Effect = { change: {}, docDigest: null };

/** Lives a case through by the same pure builders that the commands use, and keeps what they would have written. */
class Chronicle {
  readonly #world: World;
  readonly #sketch: Sketch;
  readonly #filing: Filing;
  readonly #draw: Draw;
  readonly #luck: Draw;
  readonly #newId: () => Appeal['_id'];
  readonly #numbers: Numbers;
  readonly #operator: Official;
  readonly rows: CaseRows;
  #last: SealedEvent | null = null;
  #signed = 0;
  #summary: string | null = null;
  #isHidden = false;

  constructor(world: World, index: number, sketch: Sketch, numbers: Numbers) {
    const { seed, almanac, places, officials } = world;
    const { minute, channel } = sketch.arrival;
    const receivedAt = almanac.instant(minute);
    this.#world = world;
    this.#sketch = sketch;
    this.#numbers = numbers;
    this.#filing = filingOf(streamOf(seed, index, 'filing'), sketch, places, almanac);
    this.#draw = streamOf(seed, index, 'doings');
    this.#luck = streamOf(seed, index, 'messages');
    this.#newId = idsOf(seed, index, receivedAt);
    this.#operator = this.#draw.pick(officials.operators);
    const { draft } = this.#filing;
    const brought = broughtBy(draft, { number: numbers.number, receivedAt, channel, newId: this.#newId });
    const { appeal, people, benefits, participants } = brought;
    this.rows = { appeal, people, benefits, participants, answers: [], feedback: [], events: [], deliveries: [] };
    proveContacts(people, this.#filing, receivedAt, this.#luck);
    const isTakenIn = channel !== 'web' && channel !== 'api';
    const actorId = isTakenIn ? this.#operator.id : null;
    const docDigest = appealPlug.digestOf(brought.appeal);
    this.#record(filedEvent(brought.appeal, 'appeal.filed', { actorId, docDigest }), receivedAt);
  }

  #record(event: HistoryEvent, at: Date): void {
    this.#last = seal(event, at, this.#last);
    this.rows.events.push(this.#last);
    const when = { newId: this.#newId, at, end: this.#world.almanac.endsAt };
    this.rows.deliveries.push(...deliveriesFor(event, this.rows, when, this.#luck));
  }
  #move(verb: Verb, request: Request, { by, at, effect = PLAIN }: { by: Official; at: Date; effect?: Effect }): void {
    const { appeal } = this.rows;
    const arrow = this.#world.arrows.get(`${appeal.status} ${verb}`);
    if (!arrow) throw new Error(`no ${verb} from ${appeal.status}`);
    const asked = { verb, expectedVersion: appeal.version, ...request };
    const { moved, event } = movedBy(arrow, appeal, asked, { effect, actorId: by.id, at });
    this.rows.appeal = moved;
    this.#record(event, at);
  }
  #executor(): Official {
    const departmentId = String(this.rows.appeal.executors[0]?.departmentId ?? this.#world.chiefId);
    return this.#draw.pick(this.#world.officials.executors.get(departmentId) ?? this.#world.officials.controllers);
  }

  #register(at: Date): void {
    const { registrationIndex } = this.#numbers;
    const { appeal } = this.rows;
    if (!registrationIndex) throw new Error('a case is registered without an index');
    const { questionGroup } = appeal;
    const control = controlSet('normal', this.#operator.id, at);
    const change = { ...registration(appeal, registrationIndex, { questionGroup }), control };
    this.#move('register', { questionGroup }, { by: this.#operator, at, effect: { change, docDigest: null } });
  }
  #assign(at: Date, isElsewhere: boolean): void {
    const usual = categoryOf(this.rows.appeal.categoryCode)?.defaultDepartmentId;
    const departmentId = isElsewhere ? this.#world.chiefId : (usual ?? this.#world.chiefId);
    const executors = executorsBy(this.rows.appeal, { departmentId }, at);
    const effect = { change: { executors }, docDigest: null };
    this.#move('assign', { departmentId }, { by: this.#operator, at, effect });
  }
  #draft(at: Date, minute: number, result: Answer['result']): void {
    const { topic } = this.#sketch.arrival.subject;
    const lookedOn = spokenDate(this.#world.almanac.dateBefore(minute, this.#draw.below(3)));
    const { slots } = this.#filing;
    const { text, summary } = replyOf(this.#draw, {
      topic,
      concern: this.#sketch.arrival.concern,
      result,
      slots,
      lookedOn,
    });
    const appealRoute = result === 'refused' || this.#draw.chance(0.3) ? CONTEST_ROUTE : undefined;
    const by = this.#executor();
    const answer = newAnswer(
      this.rows.appeal._id,
      { text, result, appealRoute },
      { byId: by.id, at, id: this.#newId() },
    );
    this.rows.answers.push(answer);
    this.#summary = summary;
    const effect = { change: { answerId: answer._id }, docDigest: answer.digest };
    this.#move('draft', { answer: { text, result, ...(appealRoute && { appealRoute }) } }, { by, at, effect });
  }
  #answer(at: Date, minute: number): void {
    const answer = this.rows.answers.at(-1);
    const outgoingNumber = this.#numbers.outgoing[this.#signed];
    if (!answer || outgoingNumber === undefined) throw new Error('a case is answered without a draft or a number');
    this.#signed += 1;
    const on = this.#world.almanac.date(minute);
    const by = this.#draw.pick(this.#world.officials.heads);
    answer.signed = signatureBy(by, { file: SAMPLE_FACTS, outgoingNumber, on });
    const change = { result: answer.result, answeredOn: on };
    this.#move(
      'answer',
      { signature: { fileId: SAMPLE_FACTS.fileId } },
      { by, at, effect: { change, docDigest: answer.digest } },
    );
  }
  #publish(at: Date): void {
    const { appeal } = this.rows;
    const hasConsent = this.#filing.draft.consents.publication;
    const state = suggestionOf(appeal, hasConsent);
    if (state === 'none' || this.#isHidden) return;
    const isAnswered = appeal.status === 'answered' || appeal.status === 'closed';
    const words = { text: appeal.text, ...(isAnswered && this.#summary !== null && { answer: this.#summary }) };
    const publication = { state, ...(state === 'public' && words) };
    const asked = { expectedVersion: appeal.version, publication };
    const shown = publicationFrom(appeal, asked, { hasConsent, photoIds: [], byId: this.#operator.id, at });
    const effect = { change: { publication: shown }, docDigest: null };
    this.#move('publish', { publication }, { by: this.#operator, at, effect });
  }
  #hide(at: Date, reasonCode: LifeStep['reasonCode']): void {
    if (this.rows.appeal.publication.state === 'none') return;
    this.#isHidden = true;
    const effect = { change: { publication: UNPUBLISHED }, docDigest: null };
    this.#move('hide', { ...(reasonCode && { reasonCode }) }, { by: this.#operator, at, effect });
  }
  #close(at: Date, by: Official): void {
    const control = controlRemoved(this.rows.appeal.control, by.id, at);
    this.#move('close', {}, { by, at, effect: { change: { control }, docDigest: null } });
  }
  #join(at: Date): void {
    const { appeal } = this.rows;
    const { state, visibleFrom } = appeal.publication;
    if (state === 'none' || !visibleFrom || visibleFrom > at || appeal.dueOn === null) return;
    const who = aPerson(this.#draw);
    const { lastName, firstName, patronymic } = who;
    const name = { lastName, firstName, ...(patronymic !== undefined && { patronymic }) };
    const residence = `м. Одеса, ${this.#world.places.home(this.#draw).address}`;
    const { person, part } = joining(
      appeal._id,
      {
        applicant: { ...name, residence },
        contact: { phone: aMobile(this.#draw) },
        replyBy: 'page',
        consents: { sms: this.#draw.chance(0.3) },
      },
      { at, newId: this.#newId },
    );
    this.rows.people.push(person);
    this.rows.participants.push(part);
    this.#record(asideEvent(appeal, 'joined', { actorId: null, docDigest: null }), at);
    this.rows.appeal = { ...appeal, applicants: appeal.applicants + 1 };
  }
  #speak(at: Date, verdict: Feedback['verdict']): void {
    const { appeal, feedback } = this.rows;
    const isAnswered = appeal.status === 'answered' || appeal.status === 'closed';
    if (!isAnswered || !appeal.answerId || feedback.some(({ _id }) => _id.equals(appeal.answerId ?? ''))) return;
    const reason = verdict === 'not_resolved' ? disputeOf(this.#draw) : null;
    const { row, docDigest } = newFeedback(appeal._id, appeal.answerId, { verdict, reason, at });
    feedback.push(row);
    const isDisputed = verdict === 'not_resolved';
    this.#record(asideEvent(appeal, isDisputed ? 'disputed' : 'confirmed', { actorId: null, docDigest }), at);
    this.rows.appeal = { ...appeal, reopenRequestedAt: isDisputed ? at : null };
  }
  #settle(at: Date): void {
    const { appeal, feedback } = this.rows;
    const row = feedback.at(-1);
    if (!appeal.reopenRequestedAt || !row) return;
    const by = this.#draw.pick(this.#world.officials.controllers);
    row.settledAt = at;
    row.settledById = by.id;
    this.#record(asideEvent(appeal, 'settled', { actorId: by.id, docDigest: null }), at);
    this.rows.appeal = { ...appeal, reopenRequestedAt: null };
  }

  /** Marks the case by how its contacts and texts ended, as proving and receipts would have. */
  mark(): void {
    const { appeal, people, participants, deliveries } = this.rows;
    const [[applicant], [part]] = [people, participants];
    if (!applicant || !part) return;
    const id = String(applicant._id);
    const last = deliveries.findLast(({ channel, recipient }) => channel === 'sms' && recipient.id === id);
    const marks = contactMarks(part, applicant);
    if (last?.state === 'failed' || last?.state === 'undelivered') marks.push('text_failed');
    this.rows.appeal = { ...appeal, marks };
  }
  /** Takes one step of the life that was sketched. */
  step({ what, minute, reasonCode, result = 'explained', isElsewhere = false }: LifeStep): void {
    const at = this.#world.almanac.instant(minute);
    const controlled = () => this.#draw.pick(this.#world.officials.controllers);
    const reason = reasonCode ? { reasonCode } : {};
    if (what === 'register') this.#register(at);
    else if (what === 'assign') this.#assign(at, isElsewhere);
    else if (what === 'draft') this.#draft(at, minute, result);
    else if (what === 'answer') this.#answer(at, minute);
    else if (what === 'publish') this.#publish(at);
    else if (what === 'hide') this.#hide(at, reasonCode);
    else if (what === 'join') this.#join(at);
    else if (what === 'confirm') this.#speak(at, 'resolved');
    else if (what === 'dispute') this.#speak(at, 'not_resolved');
    else if (what === 'settle') this.#settle(at);
    else if (what === 'close') this.#close(at, controlled());
    else
      this.#move(what, reason, { by: what === 'accept' || what === 'decline' ? this.#executor() : controlled(), at });
  }
}

/** All rows of the case of that index, as the commands would have left them. */
export function chronicleOf(world: World, index: number, numbers: Numbers): CaseRows {
  const sketch = sketchOf(world.seed, index, world);
  const chronicle = new Chronicle(world, index, sketch, numbers);
  for (const step of sketch.steps) chronicle.step(step);
  chronicle.mark();
  return chronicle.rows;
}
