import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { checkCode, requestEmailCode } from '#server/identity/index.ts';
import { DeliveryModel } from '#server/notifications/delivery.model.ts';
import { deliveriesOf } from '#server/notifications/index.ts';
import { useKeys } from '#server/platform/secrets.ts';
import { installRegimes } from '#server/regimes.ts';
import { passSeconds, useClock } from '../support/clock.ts';
import { redisUrl, useDatabase } from '../support/database.ts';
import { KEYS } from '../support/keys.ts';
import { useMailServer } from '../support/mail-server.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { useSimulator } from '../support/simulator.ts';
import { anEvent, aReader, useTestAudience } from '../support/texts.ts';
import { startTexts } from '../support/texts-at-work.ts';
import { until } from '../support/until.ts';

/** A Redis database of this file's alone, for it is read and wiped. */
const OURS = 8;
const aNumber = numbersOf('98');
let last = 0;
const aMailbox = () => {
  last += 1;
  return `olena-${last}@city.example`;
};

describe('letters: from an event to the mail server', () => {
  const database = useDatabase();
  useClock();
  const phones = useSimulator();
  const server = useMailServer();
  let atWork: ReturnType<typeof startTexts>;
  const start = (smtpUrl: string | undefined) =>
    startTexts({ redisUrl: redisUrl(OURS), database, simulatorUrl: phones.url, ...(smtpUrl && { smtpUrl }) });

  before(() => {
    useKeys(KEYS);
    useTestAudience();
    installRegimes();
    atWork = start(server.url);
  });
  after(() => atWork.close());
  const tellReader = async (address: string) => anEvent([aReader(address)]);
  const lineOf = async (subjectId: string) => (await deliveriesOf({ kind: 'test', id: subjectId }))[0];
  const reaches = (subjectId: string, state: string) => until(async () => (await lineOf(subjectId))?.state === state);
  const causesOf = async (subjectId: string) =>
    (await DeliveryModel.findOne({ 'subject.id': subjectId }).lean())?.changes.map(({ cause }) => cause) ?? [];
  const causeComes = (subjectId: string, cause: string) =>
    until(async () => (await causesOf(subjectId)).includes(cause));

  it('brings an answer to the mailbox and to no phone, once', async () => {
    const [address, phone] = [aMailbox(), aNumber()];
    const { subjectId } = await anEvent([aReader(address, phone)]);
    await reaches(subjectId, 'sent');
    assert.deepEqual(
      server.letters(address).map(({ mail }) => mail.subject),
      ['Відповідь на звернення 2600123452'],
    );
    assert.deepEqual(await phones.texts(phone), []);
    assert.equal((await lineOf(subjectId))?.channel, 'email');
    const row = await DeliveryModel.findOne({ 'subject.id': subjectId }).lean();
    assert.equal(server.letters(address)[0]?.header('message-id'), `<${row?._id}@city.example>`);
  });

  it('brings a one-time code that works, and keeps none of it', async () => {
    const address = aMailbox();
    const { codeId } = await requestEmailCode(address, '203.0.113.0/24');
    const [letter] = await until(async () => server.letters(address).length > 0 && server.letters(address));
    const code = /\d{6}/.exec(letter?.mail.text ?? '')?.[0] ?? '';
    assert.deepEqual([(await checkCode(codeId, code)).kind, letter?.mail.text?.includes('10 хвилин')], ['email', true]);
    const row = JSON.stringify(await DeliveryModel.findOne({ 'subject.id': codeId }).lean());
    assert.ok(!row.includes(code) && !row.includes(address));
  });

  it('delays and never doubles while the mail server is away', async () => {
    await server.stop();
    const addresses = [aMailbox(), aMailbox(), aMailbox()];
    const told = await Promise.all(addresses.map(tellReader));
    for (const { subjectId } of told) await causeComes(subjectId, 'no-connection');
    passSeconds(6);
    for (const { subjectId } of told)
      await until(async () => (await causesOf(subjectId)).filter((cause) => cause === 'no-connection').length === 2);
    await server.restart();
    passSeconds(11);
    for (const { subjectId } of told) await reaches(subjectId, 'sent');
    for (const address of addresses) assert.equal(server.letters(address).length, 1, address);
  });

  it('tries again later where the mail server was busy, and fails at once what it refuses', async () => {
    server.behave('busy-recipient', 1);
    const [late, never] = [aMailbox(), aMailbox()];
    const { subjectId } = await tellReader(late);
    await causeComes(subjectId, 'smtp-451');
    passSeconds(6);
    await reaches(subjectId, 'sent');
    assert.equal(server.letters(late).length, 1);
    server.behave('refuse-recipient', 1);
    const refused = await tellReader(never);
    await reaches(refused.subjectId, 'failed');
    assert.equal((await causesOf(refused.subjectId)).at(-1), 'smtp-550');
  });

  it('lists as unknown a letter that was taken without an answer, and never sends it again', async () => {
    for (const mood of ['cut-after-taking', 'silent-after-taking'] as const) {
      server.behave(mood, 1);
      const address = aMailbox();
      const { subjectId } = await tellReader(address);
      await reaches(subjectId, 'unknown');
      passSeconds(3_600);
      await sleep(600); // more than a patience, in which whatever was to go twice would go
      assert.equal(server.letters(address).length, 1, mood);
    }
  });

  it('loses and doubles nothing when Redis is wiped, and puts no personal data into it', async () => {
    const redis = new Redis(redisUrl(OURS));
    const monitor = await redis.monitor();
    const said: string[] = [];
    monitor.on('monitor', (_time: string, args: string[]) => said.push(args.join(' ')));
    const addresses = Array.from({ length: 20 }, aMailbox);
    for (const [i, address] of addresses.entries()) {
      await tellReader(address);
      if (i % 5 === 4) await redis.flushdb();
    }
    for (const address of addresses) await until(async () => server.letters(address).length > 0);
    await sleep(1_000);
    for (const address of addresses) assert.equal(server.letters(address).length, 1, address);
    assert.ok(
      said.some((command) => command.includes('deliveryIds')),
      'nothing was seen',
    );
    assert.doesNotMatch(said.join('\n'), /olena|city\.example|Відповідь|звернення/);
    monitor.disconnect();
    await redis.quit();
  });

  it('keeps letters in the ledger while no mail server is set, and sends them when one is', async () => {
    await atWork.close();
    atWork = start(undefined);
    const address = aMailbox();
    const { subjectId } = await tellReader(address);
    await reaches(subjectId, 'queued');
    await atWork.close();
    atWork = start(server.url);
    await reaches(subjectId, 'sent');
    assert.equal(server.letters(address).length, 1);
  });
});
