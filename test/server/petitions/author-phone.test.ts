import assert from 'node:assert/strict';
import { codeMessage } from '#server/identity/index.ts';
import { otherWay } from '#server/notifications/delivery.again.ts';
import type { Delivery } from '#server/notifications/delivery.model.ts';
import { plannedDeliveries } from '#server/notifications/delivery.plan.ts';
import { authorOfPetition, petitionPhoneOf } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { now } from '#server/platform/clock.ts';
import type { NewPetition } from '#shared/contract/petitions.ts';
import type { FieldError } from '#shared/domain/problems.ts';
import { useCity } from '../../support/api.ts';
import { passSeconds, useClock } from '../../support/clock.ts';
import { aPetition } from '../../support/petitions.ts';

const WISHED = { phone: '067 123 45 67', sms: true };

describe('the phone of a petition’s author', () => {
  const city = useCity();
  useClock();
  afterEach(async () => {
    await PetitionModel.deleteMany({});
  });
  let authors = 0;
  const aWritten = async (more: Partial<NewPetition> = {}): Promise<string> => {
    authors += 1;
    const phone = `067 000 ${String(1_000 + authors)}`;
    const { status, body } = await city.api.post(
      '/api/v1/petitions',
      aPetition({ email: `author${authors}@example.com`, ...WISHED, phone, ...more }),
    );
    assert.equal(status, 201);
    return body.id;
  };
  const found = (id: string) => PetitionModel.findById(id).orFail().lean();
  const codeOf = async (codeId: string | null): Promise<string> =>
    (await codeMessage(codeId ?? ''))?.code ?? assert.fail('no code was sent');
  const codes = async (id: string) => {
    const { codeId, phoneCodeId } = await found(id);
    return { code: await codeOf(codeId), phoneCode: await codeOf(phoneCodeId) };
  };
  const confirm = (id: string, body: object) => city.api.post(`/api/v1/petitions/${id}/confirm`, body);
  const faults = ({ body }: { body: { errors: FieldError[] } }) => body.errors.map(({ path, code }) => [path, code]);
  const other = (code: string): string => (code === '111111' ? '222222' : '111111');
  /** By which way its author is told of the publication, and by which where that did not arrive. */
  async function ways(id: string): Promise<(string | undefined)[]> {
    const [author = assert.fail()] = await authorOfPetition(id);
    const facts = { number: '7', dueOn: '2026-06-03', threshold: '1000' };
    const told = { _id: author.id, kind: 'petition.published', subject: { kind: 'petition', id }, facts };
    const [row] = plannedDeliveries(told as never, [author], now());
    return [row?.channel, otherWay(row as unknown as Delivery, author, now())?.channel];
  }

  it('gets texts once a code has proved it, where a letter does not arrive', async () => {
    const id = await aWritten();
    assert.deepEqual(await ways(id), ['email', undefined]);
    const sent = await confirm(id, await codes(id));
    assert.deepEqual([sent.status, sent.body.status], [200, 'submitted']);
    const { initiator, codeId, phoneCodeId } = await found(id);
    assert.deepEqual([codeId, phoneCodeId, initiator.phoneProvedAt instanceof Date], [null, null, true]);
    assert.deepEqual(await ways(id), ['email', 'sms']);
    assert.match((await petitionPhoneOf(id, 'petition-author')) ?? '', /^\+380670001/);
    const desk = (await (await city.staff('operator')).get(`/api/v1/desk/petitions/${id}`)).body.initiator;
    assert.deepEqual([desk.wantsSms, desk.isPhoneProved], [true, true]);
  });
  it('need not be proved: the petition is sent, and no text ever goes there', async () => {
    const id = await aWritten();
    const { code } = await codes(id);
    assert.equal((await confirm(id, { code })).status, 200);
    assert.deepEqual(await ways(id), ['email', undefined]);
    const desk = (await (await city.staff('operator')).get(`/api/v1/desk/petitions/${id}`)).body.initiator;
    assert.deepEqual([desk.wantsSms, desk.isPhoneProved], [true, false]);
  });
  it('is said of its own field where its code is wrong, and the code of the letter is not spent', async () => {
    const id = await aWritten();
    const { code, phoneCode } = await codes(id);
    const wrong = await confirm(id, { code, phoneCode: other(phoneCode) });
    assert.deepEqual([wrong.status, faults(wrong)], [422, [['phoneCode', 'code.wrong']]]);
    assert.equal((await found(id)).status, 'unconfirmed');
    const mistyped = await confirm(id, { code: other(code), phoneCode });
    assert.equal(mistyped.body.errors[0].path, 'code');
    assert.ok((await found(id)).initiator.phoneProvedAt, 'what was proved stays proved');
    assert.equal((await confirm(id, { code })).status, 200);
    assert.deepEqual(await ways(id), ['email', 'sms']);
    assert.equal((await confirm(id, { code, phoneCode })).status, 409);
  });
  it('is asked for no code where no texts are wished, where it was proved, or where limits are spent', async () => {
    const without = await aWritten({ sms: false });
    assert.equal((await found(without)).phoneCodeId, null);
    const shared = '067 111 22 33';
    const first = await aWritten({ phone: shared });
    const second = await aWritten({ phone: shared });
    assert.equal(
      (await found(second)).phoneCodeId,
      null,
      'a number gets one code in a minute, and the petition goes on',
    );
    const before = (await found(first)).phoneCodeId;
    passSeconds(61);
    assert.equal((await city.api.post(`/api/v1/petitions/${first}/codes`, {})).status, 202);
    assert.notEqual((await found(first)).phoneCodeId, before);
    const { code, phoneCode } = await codes(first);
    await confirm(first, { code: other(code), phoneCode });
    passSeconds(61);
    await city.api.post(`/api/v1/petitions/${first}/codes`, {});
    assert.equal((await found(first)).phoneCodeId, null);
    const nothing = await confirm(second, { code: '123456', phoneCode: '123456' });
    assert.deepEqual(faults(nothing), [['phoneCode', 'code.expired']]);
  });
});
