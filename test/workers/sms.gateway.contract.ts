import assert from 'node:assert/strict';
import { now } from '#server/platform/clock.ts';
import { NoList, type SmsGateway } from '#workers/sms/sms.gateway.ts';
import { passSeconds } from '../support/clock.ts';
import type { GatewaySimulator } from '../support/gateway-moods.ts';
import { until } from '../support/until.ts';

/** One adapter, and the simulated provider that it is held against. */
export interface GatewayUnderTest {
  simulator: GatewaySimulator;
  /** A gateway to it, by the wrong password or to where nobody listens if so said. */
  gateway(how?: 'wrong-password' | 'nobody-listens'): SmsGateway;
  aNumber(): string;
  /** Whether the provider can be asked what it took. */
  hasList: boolean;
  /** Whether the provider keeps what it sent until it is told to delete it. */
  isKeeping: boolean;
  /** What provider ids look like in the ledger. */
  ids: RegExp;
}

let last = 0;
const anId = (): string => (++last).toString(16).padStart(24, '0');
const ask = async (gateway: SmsGateway, question: { deliveryId: string; since: Date; to: string; text: string }) => {
  const found: string[] = [];
  for await (const id of gateway.takenSince(question)) found.push(id);
  return found;
};
/** Long enough for five parts, with letters of two units. */
const LONG = 'Відповідь на ваше звернення готова. 🌊 '.repeat(8).trim();
/** Of the GSM alphabet and its extension table alone. */
const GSM = 'Your appeal: {1} [2] ~3 ^4 \\5 |6 €7 @ £ $ Δ Ω é ü ß ¿ _ 100%';

/** What every gateway of texts does, whoever is behind it. */
export function itIsAGateway(under: () => GatewayUnderTest): void {
  const open = new Set<SmsGateway>();
  const gatewayOf = (how?: Parameters<GatewayUnderTest['gateway']>[0]): SmsGateway => {
    const gateway = under().gateway(how);
    open.add(gateway);
    return gateway;
  };
  afterEach(async () => {
    await Promise.all([...open].map((gateway) => gateway.close()));
    open.clear();
  });
  const taken = async (gateway: SmsGateway, to: string, text = 'Текст', deliveryId = anId()): Promise<string> => {
    const sent = await gateway.send(deliveryId, to, text);
    return sent.outcome === 'accepted' ? sent.providerId : assert.fail(sent.cause);
  };

  it('hands over a text once, as it was written', async () => {
    const { simulator, aNumber, ids } = under();
    const gateway = gatewayOf();
    for (const text of ['Звернення 2600123452: строк минув. Ваші права: omr.gov.ua/c/7KQ2M4P', LONG, GSM, 'і']) {
      const to = aNumber();
      assert.match(await taken(gateway, to, text), ids);
      assert.deepEqual(await simulator.texts(to), [text]);
    }
  });

  it('knows a refusal from a busy provider and from a fate that nobody knows', async () => {
    const { simulator, aNumber } = under();
    for (const [mood, outcome, count] of [
      ['refuse', 'refused', 0],
      ['busy', 'busy', 0],
      ['broken', 'unknown', 0],
      ['broken-after-taking', 'unknown', 1],
      ['reset', 'unknown', 0],
      ['reset-after-taking', 'unknown', 1],
      ['silent-after-taking', 'unknown', 1],
    ] as const) {
      const to = aNumber();
      await simulator.behave(mood);
      const sent = await gatewayOf().send(anId(), to, 'Текст');
      assert.equal(sent.outcome, outcome, mood);
      assert.match('cause' in sent ? sent.cause : '', /^[a-z][a-z0-9.-]{2,40}$/);
      assert.ok(!('isDown' in sent && sent.isDown), mood);
      assert.equal((await simulator.texts(to)).length, count, mood);
    }
  });

  it('goes on after a fault as if there had been none', async () => {
    const { simulator, aNumber } = under();
    const gateway = gatewayOf();
    for (const mood of ['reset', 'silent-after-taking', 'broken', 'busy'] as const) {
      await simulator.behave(mood);
      await gateway.send(anId(), aNumber(), 'Текст');
      await until(async () => (await gateway.send(anId(), aNumber(), 'Текст')).outcome === 'accepted');
    }
  });

  it('says that the provider is down where nothing would be taken: nobody listens, or it does not know us', async () => {
    const { simulator, aNumber } = under();
    for (const how of ['nobody-listens', 'wrong-password'] as const) {
      const to = aNumber();
      const sent = await gatewayOf(how).send(anId(), to, 'Текст');
      assert.ok(sent.outcome === 'busy' && sent.isDown, `${how}: ${JSON.stringify(sent)}`);
      if (how === 'nobody-listens') assert.equal(sent.cause, 'no-connection');
      assert.deepEqual(await simulator.texts(to), []);
    }
  });

  it('finds a text that was taken though nobody heard the answer, or says that it never can', async () => {
    const { simulator, aNumber, hasList, ids } = under();
    const gateway = gatewayOf();
    const [to, deliveryId, text] = [aNumber(), anId(), 'Текст'];
    passSeconds(60);
    const since = now();
    await simulator.behave('reset-after-taking');
    assert.equal((await gateway.send(deliveryId, to, text)).outcome, 'unknown');
    if (!hasList) return assert.rejects(ask(gateway, { deliveryId, since, to, text }), NoList);
    const [found, ...more] = await ask(gateway, { deliveryId, since, to, text });
    assert.match(found ?? '', ids);
    assert.deepEqual(more, []);
    const another = { deliveryId: anId(), since, to: aNumber(), text: 'Інший' };
    assert.deepEqual(await ask(gateway, another), []);
  });

  it('says how far a message has come, and null of one that the provider does not know', async () => {
    const { simulator, aNumber, ids } = under();
    const gateway = gatewayOf();
    const [arrived, lost] = [aNumber(), aNumber()];
    await simulator.endAs('undelivered');
    const second = await taken(gateway, lost);
    await simulator.settled(lost);
    await simulator.endAs('delivered');
    const first = await taken(gateway, arrived);
    await simulator.settled(arrived);
    assert.deepEqual(await gateway.stateOf(first), { state: 'delivered', errorCode: null });
    const { state, errorCode } = (await gateway.stateOf(second)) ?? assert.fail('it is known');
    assert.deepEqual([state, Number(errorCode) > 0], ['undelivered', true]);
    const never = first.replace(/[0-9a-f]{1,3}$/, (end) => '9'.repeat(end.length));
    assert.match(never, ids);
    assert.equal(await gateway.stateOf(never), null);
  });

  it('says that it cannot ask, without the words of the provider', async () => {
    const { simulator, aNumber, hasList } = under();
    const to = aNumber();
    const id = await taken(gatewayOf(), to);
    const isClean = (error: Error): boolean => {
      assert.match(error.message, /^the provider cannot be asked: [a-z][a-z0-9.-]+$/);
      return true;
    };
    const deaf = gatewayOf('nobody-listens');
    const question = { deliveryId: anId(), since: now(), to, text: 'Текст' };
    await assert.rejects(deaf.stateOf(id), isClean);
    if (!hasList) {
      await simulator.stopListing();
      return assert.rejects(gatewayOf().stateOf(id), isClean);
    }
    await assert.rejects(ask(deaf, question), isClean);
    await simulator.stopListing();
    await assert.rejects(ask(gatewayOf(), question), isClean);
  });

  it('has the provider forget a message, as far as it keeps any', async () => {
    const { simulator, aNumber, isKeeping } = under();
    const to = aNumber();
    const gateway = gatewayOf();
    const id = await taken(gateway, to);
    await simulator.settled(to);
    assert.equal(await gatewayOf('nobody-listens').forget(id), !isKeeping);
    assert.equal(await gateway.forget(id), true);
    assert.equal(await gateway.forget(id), true, 'once more does no harm');
    if (!isKeeping) return;
    assert.equal(await gateway.stateOf(id), null);
    assert.deepEqual(await simulator.texts(to), []);
  });
}
