import assert from 'node:assert/strict';
import { type SmppSettings, smppGateway } from '#workers/sms/smpp.gateway.ts';
import type { FoundReceipt } from '#workers/sms/smpp.receipt.ts';
import { useClock } from '../support/clock.ts';
import { numbersOf } from '../support/phone-numbers.ts';
import { useSmppServer } from '../support/smpp-server.ts';
import { until } from '../support/until.ts';
import { itIsAGateway } from './sms.gateway.contract.ts';

const aNumber = numbersOf('63');
const ID = 'b'.repeat(24);
/** ESME_ROK, and ESME_RX_T_APPN: bring it again. */
const [TAKEN, LATER] = [0x00, 0x64];

describe('sms: an operator’s SMSC over SMPP', () => {
  useClock();
  const server = useSmppServer();
  const receipts: FoundReceipt[] = [];
  let isLedgerDown = false;
  const gateway = (over: Partial<SmppSettings> = {}) =>
    smppGateway({
      url: server.url,
      sender: 'OdesaRada',
      async onReceipt(receipt) {
        if (isLedgerDown) throw new Error('no database');
        receipts.push(receipt);
      },
      timeoutMs: 300,
      ...over,
    });
  const closing: ReturnType<typeof gateway>[] = [];
  const opened = async (over: Partial<SmppSettings> = {}) => {
    const made = gateway(over);
    closing.push(made);
    await until(async () => server.bound() > 0);
    return made;
  };
  itIsAGateway(() => ({
    simulator: server,
    gateway: (how) =>
      gateway({
        ...(how === 'wrong-password' && { url: server.url.replace('secret', 'wrong') }),
        ...(how === 'nobody-listens' && { url: 'smpp://vidhuk:secret@127.0.0.1:9' }),
      }),
    aNumber,
    hasList: false,
    isKeeping: false,
    ids: /^smpp:A[0-9a-f]+$/,
  }));

  beforeEach(() => {
    receipts.length = 0;
    isLedgerDown = false;
  });
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((made) => made.close()));
    await until(async () => server.bound() === 0);
  });

  it('says what it is by the numbers of the protocol: a name as sender, receipts wanted, the alphabet', async () => {
    const [to, other] = [aNumber(), aNumber()];
    const made = await opened();
    await made.send(ID, to, 'Текст');
    await made.send(ID, other, 'Text only');
    const [[cyrillic], [latin]] = [server.given(to), server.given(other)];
    assert.deepEqual(
      [cyrillic?.source_addr, cyrillic?.destination_addr, cyrillic?.registered_delivery, cyrillic?.data_coding],
      ['OdesaRada', to.slice(1), 1, 8],
    );
    assert.equal(latin?.data_coding, 0);
  });

  it('hears receipts, by parameters or by words, and nothing else', async () => {
    const made = await opened();
    const to = aNumber();
    const sent = await made.send(ID, to, 'Текст');
    assert.ok(sent.outcome === 'accepted');
    const { providerId } = sent;
    assert.equal(await server.report(to, 'sent'), TAKEN);
    assert.equal(await server.report(to, 'delivered', { as: 'words' }), TAKEN);
    assert.equal(await server.report(to, 'undelivered', { as: 'words', error: 11 }), TAKEN);
    assert.equal(await server.say(`id:${providerId} stat:DELIVRD`), TAKEN);
    assert.deepEqual(receipts, [
      { providerId, state: 'sent', errorCode: null },
      { providerId, state: 'delivered', errorCode: null },
      { providerId, state: 'undelivered', errorCode: '011' },
    ]);
  });

  it('asks to be brought a receipt again that could not be kept', async () => {
    const made = await opened();
    const to = aNumber();
    await made.send(ID, to, 'Текст');
    isLedgerDown = true;
    assert.equal(await server.report(to, 'delivered'), LATER);
    isLedgerDown = false;
    assert.equal(await server.report(to, 'delivered'), TAKEN);
    assert.equal(receipts.length, 1);
  });

  it('comes back by itself, for receipts come over the same connection', async () => {
    await opened();
    await server.restart();
    await until(async () => server.bound() === 0);
    await until(async () => server.bound() === 1);
    assert.equal(await server.report(aNumber(), 'delivered'), TAKEN);
  });

  it('finds out that the other side is gone while nothing is sent', async () => {
    await opened({ enquireMs: 50, timeoutMs: 100 });
    server.fallSilent(true);
    await until(async () => server.bound() === 0);
    server.fallSilent(false);
    await until(async () => server.bound() === 1);
  });

  it('takes leave, and connects no more', async () => {
    const made = await opened();
    await made.close();
    await until(async () => server.bound() === 0);
    assert.deepEqual(await made.send(ID, aNumber(), 'Текст'), { outcome: 'busy', cause: 'closed', isDown: true });
  });
});
