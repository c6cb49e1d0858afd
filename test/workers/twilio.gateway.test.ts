import assert from 'node:assert/strict';
import { now } from '#server/platform/clock.ts';
import { twilioGateway } from '#workers/sms/twilio.gateway.ts';
import { passSeconds, useClock } from '../support/clock.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { ACCOUNT, useSimulator } from '../support/simulator.ts';
import { until } from '../support/until.ts';
import { itIsAGateway } from './sms.gateway.contract.ts';

const aNumber = numbersOf('50');
const ID = 'a'.repeat(24);

const isOver = (status: string): boolean => ['delivered', 'undelivered'].includes(status);

describe('sms: the gateway to Twilio', () => {
  useClock();
  const simulator = useSimulator();
  const gateway = (over: object = {}) =>
    twilioGateway({ ...ACCOUNT, publicUrl: 'http://127.0.0.1:9', apiUrl: simulator.url, timeoutMs: 300, ...over });
  beforeEach(() => simulator.behave({ callbacks: 'off' })); // nobody listens here, and each would be tried again and again
  const send = (to: string, text = 'Текст') => gateway().send(ID, to, text);

  itIsAGateway(() => ({
    simulator: {
      behave: (create) => simulator.behave({ create, times: 1 }),
      stopListing: () => simulator.behave({ list: 'broken' }),
      texts: async (to) => (await simulator.texts(to)).map(({ body }) => body),
      endAs: (ending) => simulator.behave({ ending }),
      async settled(to) {
        await until(async () => (await simulator.texts(to)).every(({ status }) => isOver(status)));
      },
    },
    gateway: (how) =>
      gateway({
        ...(how === 'wrong-password' && { authToken: 'a wrong token' }),
        ...(how === 'nobody-listens' && { apiUrl: 'http://127.0.0.1:9' }),
      }),
    aNumber,
    hasList: true,
    isKeeping: true,
    ids: /^SM[0-9a-f]{32}$/,
  }));

  it('knows a refusal of the number, of the country and of a person who said STOP', async () => {
    const stopped = aNumber();
    await simulator.reply(stopped, 'STOP');
    assert.deepEqual(await send('+380482345678'), { outcome: 'refused', cause: 'twilio-21614' });
    assert.deepEqual(await send('+48501234567'), { outcome: 'refused', cause: 'twilio-21408' });
    assert.deepEqual(await send(stopped), { outcome: 'refused', cause: 'twilio-21610' });
    await simulator.behave({ create: 'busy', times: 1 });
    assert.deepEqual(await send(aNumber()), { outcome: 'busy', cause: 'twilio-20429', isDown: false });
    assert.deepEqual(await gateway({ authToken: 'a wrong token' }).send(ID, aNumber(), 'Текст'), {
      outcome: 'busy',
      cause: 'twilio-20003',
      isDown: true,
    });
  });

  it('finds what was taken for a number with the same words since the claim, newest first', async () => {
    const [to, other] = [aNumber(), aNumber()];
    const text = async (number: string, body: string) => {
      const sent = await send(number, body);
      return sent.outcome === 'accepted' ? sent.providerId : assert.fail();
    };
    await text(to, 'Текст');
    passSeconds(60);
    const since = now();
    const first = await text(to, 'Текст');
    await text(to, 'Інший');
    await text(other, 'Текст');
    const second = await text(to, 'Текст');
    const found: string[] = [];
    for await (const id of gateway().takenSince({ deliveryId: ID, since, to, text: 'Текст' })) found.push(id);
    assert.deepEqual(found, [second, first]);
  });

  it('finds it also where the number has got more than a page of texts since', async () => {
    const to = aNumber();
    await gateway().send(ID, to, 'Текст');
    passSeconds(60);
    const since = now();
    const sent = await gateway().send(ID, to, 'Текст');
    for (let n = 0; n < 60; n += 1) await gateway().send(ID, to, `Інший ${n}`);
    const found: string[] = [];
    for await (const id of gateway().takenSince({ deliveryId: ID, since, to, text: 'Текст' })) found.push(id);
    assert.deepEqual(found, sent.outcome === 'accepted' && [sent.providerId]);
  });

  it('has nothing to say of a status that it does not know', async () => {
    const id = await send(aNumber());
    assert.ok(id.outcome === 'accepted');
    await assert.rejects(gateway({ authToken: 'a wrong token' }).stateOf(id.providerId), /twilio-20003/);
  });
});
