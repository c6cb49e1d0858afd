import assert from 'node:assert/strict';
import { httpGateway } from '#workers/sms/http.gateway.ts';
import { useClock } from '../support/clock.ts';
import { HTTP_KEYS, useHttpGateway } from '../support/http-gateway.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { itIsAGateway } from './sms.gateway.contract.ts';

const aNumber = numbersOf('67');
const ID = 'e'.repeat(24);

describe('sms: an operator’s HTTP gateway', () => {
  useClock();
  const simulator = useHttpGateway();
  const gateway = (over: object = {}) =>
    httpGateway({
      url: simulator.url,
      key: HTTP_KEYS.key,
      sender: 'OdesaRada',
      publicUrl: 'http://127.0.0.1:9',
      timeoutMs: 300,
      ...over,
    });

  itIsAGateway(() => ({
    simulator,
    gateway: (how) =>
      gateway({
        ...(how === 'wrong-password' && { key: 'the-wrong-bearer-key' }),
        ...(how === 'nobody-listens' && { url: 'http://127.0.0.1:10/v1' }),
      }),
    aNumber,
    hasList: true,
    isKeeping: true,
    ids: /^http:m-\d+$/,
  }));

  it('takes a text that was given twice for one: the gateway knows our reference', async () => {
    const to = aNumber();
    await simulator.behave('reset-after-taking');
    await gateway().send(ID, to, 'Текст');
    const again = await gateway().send(ID, to, 'Текст');
    assert.equal(again.outcome, 'accepted');
    assert.deepEqual(await simulator.texts(to), ['Текст']);
  });

  it('names the code of a refusal and never its words, and takes 503 for a gateway that is down', async () => {
    const send = () => gateway().send('d'.repeat(24), aNumber(), 'Текст');
    await simulator.behave('refuse');
    assert.deepEqual(await send(), { outcome: 'refused', cause: 'gateway-number.invalid' });
    await simulator.behave('resting');
    assert.deepEqual(await send(), { outcome: 'busy', cause: 'http-503', isDown: true });
  });
});
