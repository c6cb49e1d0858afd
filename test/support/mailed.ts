import assert from 'node:assert/strict';
import { OutboxModel } from '#server/platform/outbox.ts';
import { listPapers } from '#server/post/index.ts';
import { unit } from '#server/seeds/city.ts';
import type { Channel } from '#shared/domain/appeal.ts';
import type { Api, City } from './api.ts';
import { aDraft, type Draft } from './appeals.ts';
import { aScan } from './signing.ts';

/** A case that was answered, or otherwise written about. */
export interface Mailed {
  id: string;
  number: string;
  version: number;
}
const ANSWER = { text: 'Ліхтар полагодили, він горить від учорашнього вечора.', result: 'resolved' } as const;
/** Somebody who wants a letter. */
export const BY_POST: Partial<Draft> = {
  contact: { postal: '65045, м. Одеса, вул. Преображенська, 24, кв. 7' },
  replyBy: 'post',
  consents: {},
};
/** Somebody who wants to be rung. */
export const BY_PHONE: Partial<Draft> = { contact: { phone: '067 765 43 21' }, replyBy: 'phone', consents: {} };

/** Carries what happened to the post, as the worker does. */
export async function carryPost(): Promise<void> {
  for (const { _id } of await OutboxModel.find({ pending: 'post' }).sort({ _id: 1 }).lean())
    await listPapers(String(_id));
}
/** People at work on the cases of a city. */
export function atWork(city: City) {
  async function move(who: Api, held: Mailed, verb: string, input: object = {}): Promise<void> {
    const { status, body } = await who.post(`/api/v1/register/${held.id}/${verb}`, {
      expectedVersion: held.version,
      ...input,
    });
    assert.equal(status, 200, JSON.stringify(body));
    held.version = body.version;
  }
  async function registered(over: Partial<Draft> = {}, channel?: Channel): Promise<Mailed> {
    const operator = await city.staff('operator');
    const { body, status } = channel
      ? await operator.post('/api/v1/register/appeals', { ...aDraft(over), channel })
      : await city.api.post('/api/v1/appeals', aDraft(over));
    assert.equal(status, 201, JSON.stringify(body));
    const held = { id: body.id, number: body.number, version: 1 };
    await move(operator, held, 'register', { questionGroup: 9 });
    return held;
  }
  async function giveAnswer(held: Mailed, isOral = false): Promise<void> {
    const [operator, executor, head] = await Promise.all(['operator', 'executor', 'head'].map(city.staff));
    assert.ok(operator && executor && head);
    await move(operator, held, 'assign', { departmentId: String(unit(4)) });
    await move(executor, held, 'accept');
    await move(executor, held, 'draft', { answer: ANSWER });
    await move(head, held, 'answer', isOral ? { signature: { isOral: true } } : await aScan(held.id));
  }
  async function answered(
    over: Partial<Draft> = {},
    { channel, isOral = false }: { channel?: Channel; isOral?: boolean } = {},
  ): Promise<Mailed> {
    const held = await registered(over, channel);
    await giveAnswer(held, isOral);
    return held;
  }
  return { move, registered, answered, giveAnswer };
}
