import { fileAppeal } from '#server/appeals/index.ts';
import { beginSession, requestPhoneCode, StaffModel, useCodeLimits } from '#server/identity/index.ts';
import { today } from '#server/platform/clock.ts';
import type { DomainEvent } from '#server/platform/outbox.ts';
import { transaction } from '#server/platform/transaction.ts';
import type { Draw, Weighted } from '#server/seeds/bulk/random.ts';
import { unit } from '#server/seeds/city.ts';
import { NewAppeal } from '#shared/contract/filing.ts';
import { addCalendarDays } from '#shared/domain/legal-clock/legal-date.ts';
import { aDraft } from '../../support/appeals.ts';
import { numbersOf } from '../../support/phone-numbers.ts';
import { CLERK, moveAlong } from '../../support/site.ts';

/** An event that was committed and is to be told by one text. */
export type Committed = Pick<DomainEvent, 'kind' | 'subject'>;
/** A way by which messages come about; answers what was committed, or throws where the city could not be reached. */
export type Way = (draw: Draw) => Promise<Committed[]>;

const LOT = 20;
/** How often two events of one case are told in the very same words: only the provider's callbacks tell such texts apart. */
const TWINS = 0.05;
const ANSWER = {
  text: 'Ліхтар замінено, освітлення відновлено.',
  result: 'resolved',
  appealRoute: 'Скаргу можна подати міському голові або до суду.',
} as const;
const ofCase = (kind: DomainEvent['kind'], id: string): Committed => ({ kind, subject: { kind: 'case', id } });

/** The ways by which a city's texts come about, each as likely as in its weight; `origin` is where the web process listens. */
export async function waysTo(origin: string): Promise<{ ways: Weighted<Way>; open(): Promise<Committed[]> }> {
  useCodeLimits(1_000); // here is one asker for all the city
  const [aCaller, aCodeAsker] = [numbersOf('67'), numbersOf('50')];
  const cases: { id: string; number: string }[] = [];
  const operator = await StaffModel.findOne({ login: 'operator' }).select('_id').orFail().lean();
  const { token } = await beginSession({ kind: 'staff', staffId: String(operator._id) });

  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, connection: 'close' };
    const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const aCall = () => aDraft({ contact: { phone: aCaller() } });

  /** Enters and registers a call by the commands themselves. */
  async function call(): Promise<{ number: string; told: Committed }> {
    const { _id, number } = await fileAppeal(CLERK, NewAppeal.parse(aCall()), { channel: 'phone' });
    await moveAlong(number, 'register', { questionGroup: 9 });
    cases.push({ id: String(_id), number });
    return { number, told: ofCase('appeal.registered', String(_id)) };
  }
  /** The same over HTTP, as the desk does. */
  const callAtTheDesk: Way = async () => {
    const entered = await post('/api/v1/register/appeals', { ...aCall(), channel: 'phone' });
    const [id, number] = [String(entered.id), String(entered.number)];
    await post(`/api/v1/register/${id}/register`, { expectedVersion: 1, questionGroup: 9 });
    cases.push({ id, number });
    return [ofCase('appeal.registered', id)];
  };
  const answer: Way = async () => {
    const { number, told } = await call();
    await moveAlong(number, 'assign', { departmentId: String(unit(3)) });
    await moveAlong(number, 'accept');
    await moveAlong(number, 'draft', { answer: ANSWER });
    await moveAlong(number, 'answer');
    return [told, ofCase('appeal.answered', told.subject.id)];
  };
  const code: Way = async () => {
    const { codeId } = await requestPhoneCode(aCodeAsker(), '203.0.113.0/24');
    return [{ kind: 'identity.code-requested', subject: { kind: 'phone-code', id: codeId } }];
  };
  const codeFromThePage: Way = async () => {
    const { codeId } = await post('/api/v1/phone-codes', { phone: aCodeAsker() });
    return [{ kind: 'identity.code-requested', subject: { kind: 'phone-code', id: String(codeId) } }];
  };
  /** What happened to cases in bulk: rows of the outbox alone, written as commands write them. */
  const news: Way = async (draw) => {
    const events = Array.from({ length: LOT }, (): DomainEvent[] => {
      const { id, number } = draw.pick(cases);
      const dueOn = addCalendarDays(today(), draw.between(1, 5_000));
      const facts = { number, dueOn, channel: 'phone' };
      const event: DomainEvent = { ...ofCase('appeal.registered', id), actorId: null, facts };
      return draw.chance(TWINS) ? [event, event] : [event];
    }).flat();
    await transaction((tx) => tx.record(events));
    return events;
  };
  return {
    ways: [
      [60, news],
      [120, async () => [(await call()).told]],
      [60, callAtTheDesk],
      [15, answer],
      [60, code],
      [60, codeFromThePage],
    ],
    /** The first cases, of which there is news from then on. */
    open: async () => Promise.all(Array.from({ length: LOT }, async () => (await call()).told)),
  };
}
