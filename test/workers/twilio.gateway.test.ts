import assert from 'node:assert/strict';
import { now } from '#server/platform/clock.ts';
import { twilioGateway } from '#workers/sms/twilio.gateway.ts';
import { passSeconds, useClock } from '../support/clock.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { ACCOUNT, useSimulator } from '../support/simulator.ts';

const aNumber = numbersOf('50');
const ID = 'a'.repeat(24);

describe('sms: the gateway to Twilio', () => {
  useClock();
  const simulator = useSimulator();
  const gateway = (over: object = {}) =>
    twilioGateway({ ...ACCOUNT, publicUrl: 'http://127.0.0.1:9', apiUrl: simulator.url, timeoutMs: 300, ...over });
  const send = (to: string) => gateway().send(ID, to, 'Текст');

  it('hands over a text once', async () => {
    const to = aNumber();
    const sent = await send(to);
    const [arrived, ...more] = await simulator.texts(to);
    assert.deepEqual([sent, more], [{ outcome: 'accepted', providerId: arrived?.sid }, []]);
    assert.equal(arrived?.body, 'Текст');
  });

  it('knows a refusal from a busy provider and from a fate that nobody knows', async () => {
    const stopped = aNumber();
    await simulator.reply(stopped, 'STOP');
    assert.deepEqual(await send('+380482345678'), { outcome: 'refused', cause: 'twilio-21614' });
    assert.deepEqual(await send('+48501234567'), { outcome: 'refused', cause: 'twilio-21408' });
    assert.deepEqual(await send(stopped), { outcome: 'refused', cause: 'twilio-21610' });
    for (const [create, outcome, cause, taken] of [
      ['refuse', 'refused', 'twilio-21211', 0],
      ['busy', 'busy', 'twilio-20429', 0],
      ['broken', 'unknown', 'http-500', 0],
      ['broken-after-taking', 'unknown', 'http-500', 1],
      ['reset', 'unknown', 'no-answer', 0],
      ['reset-after-taking', 'unknown', 'no-answer', 1],
      ['silent-after-taking', 'unknown', 'no-answer', 1],
    ] as const) {
      const to = aNumber();
      await simulator.behave({ create, times: 1 });
      assert.deepEqual(await send(to), { outcome, cause }, create);
      assert.equal((await simulator.texts(to)).length, taken, create);
    }
  });

  it('takes a wrong password and a provider that does not listen for busy: nothing has left', async () => {
    const to = aNumber();
    assert.deepEqual(await gateway({ authToken: 'a wrong token' }).send(ID, to, 'Текст'), {
      outcome: 'busy',
      cause: 'twilio-20003',
    });
    assert.deepEqual(await gateway({ apiUrl: 'http://127.0.0.1:9' }).send(ID, to, 'Текст'), {
      outcome: 'busy',
      cause: 'no-connection',
    });
    assert.deepEqual(await simulator.texts(to), []);
  });

  it('finds what was taken for a number with the same words since the claim, newest first', async () => {
    const [to, other] = [aNumber(), aNumber()];
    const text = async (number: string, body: string) => {
      const sent = await gateway().send(ID, number, body);
      return sent.outcome === 'accepted' ? sent.providerId : assert.fail();
    };
    await text(to, 'Текст');
    passSeconds(60);
    const since = now();
    const first = await text(to, 'Текст');
    await text(to, 'Інший');
    await text(other, 'Текст');
    const second = await text(to, 'Текст');
    assert.deepEqual(await gateway().takenSince(since, to, 'Текст'), [second, first]);
  });

  it('finds it also where the number has got more than a page of texts since', async () => {
    const to = aNumber();
    await gateway().send(ID, to, 'Текст');
    passSeconds(60);
    const since = now();
    const sent = await gateway().send(ID, to, 'Текст');
    for (let n = 0; n < 60; n += 1) await gateway().send(ID, to, `Інший ${n}`);
    assert.deepEqual(await gateway().takenSince(since, to, 'Текст'), sent.outcome === 'accepted' && [sent.providerId]);
  });

  it('says that it cannot ask, without the words of the provider', async () => {
    const to = aNumber();
    for (const [list, cause] of [
      ['broken', /http-500/],
      ['reset', /no-answer/],
    ] as const) {
      await simulator.behave({ list });
      await assert.rejects(gateway().takenSince(now(), to, 'Текст'), (error: Error) => {
        assert.match(error.message, cause);
        assert.ok(!error.message.includes(to));
        return true;
      });
    }
  });
});
