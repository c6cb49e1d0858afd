import assert from 'node:assert/strict';
import { now } from '#server/platform/clock.ts';
import type { SmsProvider } from '#shared/domain/sms-providers.ts';
import { failoverGateway } from '#workers/sms/failover.gateway.ts';
import { httpGateway } from '#workers/sms/http.gateway.ts';
import { smppGateway } from '#workers/sms/smpp.gateway.ts';
import { NoList, type SmsGateway } from '#workers/sms/sms.gateway.ts';
import { twilioGateway } from '#workers/sms/twilio.gateway.ts';
import { passSeconds, useClock } from '../support/clock.ts';
import { HTTP_KEYS, useHttpGateway } from '../support/http-gateway.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { ACCOUNT, useSimulator } from '../support/simulator.ts';
import { useSmppServer } from '../support/smpp-server.ts';
import { itIsAGateway } from './sms.gateway.contract.ts';

const aNumber = numbersOf('93');
const ID = 'c'.repeat(24);
const NOWHERE = 'http://127.0.0.1:10/v1';
const PACE = { failures: 3, restMs: 30_000, longestMs: 60_000 };

describe('sms: several gateways as one', () => {
  useClock();
  const operator = useHttpGateway();
  const twilio = useSimulator();
  const smsc = useSmppServer();
  beforeEach(() => twilio.behave({ callbacks: 'off' }));
  const publicUrl = 'http://127.0.0.1:9';
  const viaHttp = (url = operator.url) =>
    httpGateway({ url, key: HTTP_KEYS.key, sender: 'OdesaRada', publicUrl, timeoutMs: 300 });
  const viaTwilio = (apiUrl = twilio.url) => twilioGateway({ ...ACCOUNT, publicUrl, apiUrl, timeoutMs: 300 });
  const viaSmpp = (url = smsc.url) =>
    smppGateway({ url, sender: 'OdesaRada', onReceipt: async () => {}, timeoutMs: 300 });
  const open = new Set<SmsGateway>();
  const together = (...ways: [SmsProvider, SmsGateway][]) => {
    const made = failoverGateway(new Map(ways), PACE);
    open.add(made);
    return made;
  };
  afterEach(async () => {
    await Promise.all([...open].map((gateway) => gateway.close()));
    open.clear();
  });
  /** How many texts of a number each of them took: the operator, Twilio, the SMSC. */
  const took = async (to: string) =>
    [await operator.texts(to), await twilio.texts(to), await smsc.texts(to)].map((texts) => texts.length);
  const listed = async (gateway: SmsGateway, to: string, deliveryId = ID) => {
    const found: string[] = [];
    for await (const id of gateway.takenSince({ deliveryId, since: now(), to, text: 'Текст' })) found.push(id);
    return found;
  };

  itIsAGateway(() => ({
    simulator: operator,
    gateway: (how) =>
      how === 'wrong-password'
        ? together(
            ['http', httpGateway({ url: operator.url, key: 'the-wrong-key', sender: 'OdesaRada', publicUrl })],
            ['twilio', viaTwilio(NOWHERE)],
          )
        : together(['http', viaHttp(how && NOWHERE)], ['twilio', viaTwilio(how && NOWHERE)]),
    aNumber,
    hasList: true,
    isKeeping: true,
    ids: /^http:m-\d+$/,
  }));

  it('gives a text to the first, and to the next only where the first is down', async () => {
    const [first, second, third] = [aNumber(), aNumber(), aNumber()];
    await together(['http', viaHttp()], ['twilio', viaTwilio()]).send(ID, first, 'Текст');
    assert.deepEqual(await took(first), [1, 0, 0]);
    const sent = await together(['http', viaHttp(NOWHERE)], ['twilio', viaTwilio()]).send(ID, second, 'Текст');
    assert.ok(sent.outcome === 'accepted' && sent.providerId.startsWith('SM'));
    assert.deepEqual(await took(second), [0, 1, 0]);
    const all = together(['http', viaHttp(NOWHERE)], ['twilio', viaTwilio(NOWHERE)], ['smpp', viaSmpp()]);
    const last = await all.send(ID, third, 'Текст');
    assert.ok(last.outcome === 'accepted' && last.providerId.startsWith('smpp:'));
    assert.deepEqual(await took(third), [0, 0, 1]);
  });

  it('gives a text to no other where the first refused it, is busy, or may have taken it', async () => {
    for (const mood of [
      'refuse',
      'busy',
      'broken',
      'broken-after-taking',
      'reset',
      'reset-after-taking',
      'silent-after-taking',
    ] as const) {
      const to = aNumber();
      const gateway = together(['http', viaHttp()], ['twilio', viaTwilio()], ['smpp', viaSmpp()]);
      await operator.behave(mood);
      const { outcome } = await gateway.send('d'.repeat(24), to, 'Текст');
      assert.notEqual(outcome, 'accepted', mood);
      assert.deepEqual((await took(to)).slice(1), [0, 0], mood);
    }
  });

  it('spares one that fails again and again, silence counted, and comes back to it', async () => {
    const gateway = together(['http', viaHttp()], ['twilio', viaTwilio()]);
    const send = async (deliveryId: number) => {
      const to = aNumber();
      const { outcome } = await gateway.send(deliveryId.toString(16).padStart(24, 'f'), to, 'Текст');
      return [outcome, ...(await took(to))];
    };
    for (const id of [1, 2, 3]) {
      await operator.behave('silent-after-taking');
      assert.deepEqual(await send(id), ['unknown', 1, 0, 0]);
    }
    assert.deepEqual(await send(4), ['accepted', 0, 1, 0]);
    passSeconds(31);
    await operator.behave('resting');
    assert.deepEqual(await send(5), ['accepted', 0, 1, 0]);
    assert.deepEqual(await send(6), ['accepted', 0, 1, 0], 'it rests longer now');
    passSeconds(61);
    assert.deepEqual(await send(7), ['accepted', 1, 0, 0]);
    assert.deepEqual(await send(8), ['accepted', 1, 0, 0]);
  });

  it('always tries the only one', async () => {
    const gateway = together(['http', viaHttp()]);
    for (let i = 0; i < 5; i += 1) {
      await operator.behave('resting');
      assert.equal((await gateway.send('e'.repeat(24), aNumber(), 'Текст')).outcome, 'busy');
    }
    assert.equal((await gateway.send('e'.repeat(24), aNumber(), 'Текст')).outcome, 'accepted');
  });

  it('is busy where all are down', async () => {
    const gateway = together(['http', viaHttp(NOWHERE)], ['twilio', viaTwilio(NOWHERE)]);
    const outcomes = [];
    for (let i = 0; i < 5; i += 1) outcomes.push(await gateway.send(ID, aNumber(), 'Текст'));
    assert.ok(outcomes.every(({ outcome }) => outcome === 'busy'));
    assert.deepEqual(outcomes.at(-1), { outcome: 'busy', cause: 'no-gateway', isDown: true });
  });

  it('finds a text with whichever was given it, even while another cannot be asked', async () => {
    const to = aNumber();
    const id = 'a1'.repeat(12);
    await operator.behave('reset-after-taking');
    const both = together(['twilio', viaTwilio(NOWHERE)], ['http', viaHttp()]);
    assert.equal((await both.send(id, to, 'Текст')).outcome, 'unknown');
    const question = { deliveryId: id, since: now(), to, text: 'Текст' };
    for await (const found of both.takenSince(question)) return assert.match(found, /^http:/);
    assert.fail('not found');
  });

  it('says that none lists a text only where all were asked', async () => {
    const to = aNumber();
    assert.deepEqual(await listed(together(['http', viaHttp()], ['twilio', viaTwilio()]), to, '9'.repeat(24)), []);
    const half = together(['http', viaHttp()], ['twilio', viaTwilio(NOWHERE)]);
    await assert.rejects(listed(half, to, '9'.repeat(24)), /cannot be asked/);
    const never = together(['http', viaHttp()], ['smpp', viaSmpp()]);
    await assert.rejects(listed(never, to, '9'.repeat(24)), NoList);
    const later = together(['smpp', viaSmpp()], ['http', viaHttp(NOWHERE)]);
    await assert.rejects(listed(later, to, '9'.repeat(24)), /cannot be asked: no-connection/);
  });

  it('asks of a message, and has it forgotten, where it is kept', async () => {
    const gateway = together(['http', viaHttp()], ['smpp', viaSmpp()], ['twilio', viaTwilio()]);
    const alone = [viaHttp(), viaSmpp(), viaTwilio()];
    for (const [at, one] of alone.entries()) {
      const sent = await one.send(`ab${at}`.padStart(24, '0'), aNumber(), 'Текст');
      assert.ok(sent.outcome === 'accepted');
      assert.ok(await gateway.stateOf(sent.providerId), `gateway ${at}`);
      assert.equal(await gateway.forget(sent.providerId), true, `gateway ${at}`);
      await one.close();
    }
    const narrow = together(['http', viaHttp()]);
    await assert.rejects(narrow.stateOf(`SM${'0'.repeat(32)}`), /cannot be asked: twilio is not set/);
    assert.equal(await narrow.forget(`SM${'0'.repeat(32)}`), false);
  });
});
