import assert from 'node:assert/strict';
import { attachmentsOf } from '#server/attachments/index.ts';
import { caseByNumber } from '#server/register/index.ts';
import { unit } from '#server/seeds/city.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { phonePhoto } from '../../support/pictures.ts';
import { moveAlong, useSite } from '../../support/site.ts';

const QUESTION = 'Назвіть, будь ласка, номер опори.';
const REPLY = 'Опора номер 17, навпроти другого під’їзду.';

describe('pages: the applicant’s answer to what the city asked', () => {
  const site = useSite();
  const asked = async () => {
    const browser = aBrowser(site);
    const number = await browser.file();
    await moveAlong(number, 'register', { questionGroup: 3 });
    await moveAlong(number, 'assign', { departmentId: String(unit(3)) });
    await moveAlong(number, 'accept');
    await moveAlong(number, 'ask', { inquiry: QUESTION });
    return { browser, number, address: `/appeals/${number}` };
  };
  const held = async (number: string) => {
    const found = await caseByNumber(number);
    assert.ok(found);
    return found;
  };

  it('is taken on the page with its files, read there and at the desk, and asked for no more', async () => {
    const { browser, number, address } = await asked();
    const before = await browser.get(address).expect(200);
    assert.ok(before.text.includes(`action="${address}/reply"`) && before.text.includes(QUESTION));
    await browser
      .upload(`${address}/reply`, { reply: REPLY }, [['files', 'опора.jpg', await phonePhoto()]])
      .expect(303);
    const after = await browser.get(address).expect(200);
    assert.ok(after.text.includes(REPLY) && after.text.includes('Ваша відповідь на запитання'));
    assert.ok(!after.text.includes(`action="${address}/reply"`));
    const found = await held(number);
    assert.equal(found.awaitingApplicantSince, null);
    assert.equal(found.status, 'in_progress');
    const files = await attachmentsOf({ kind: 'case', id: String(found._id) });
    assert.deepEqual(
      files.map(({ purpose }) => purpose),
      ['reply'],
    );
  });
  it('can be given while the answer is being prepared, and stops no clock', async () => {
    const { browser, number, address } = await asked();
    const { dueOn } = await held(number);
    await moveAlong(number, 'draft', { answer: { text: 'Опору знайдено, роботи замовлено.', result: 'explained' } });
    await browser.post(`${address}/reply`, { reply: REPLY }).expect(303);
    const found = await held(number);
    assert.deepEqual([found.status, found.dueOn, found.awaitingApplicantSince], ['answer_review', dueOn, null]);
  });
  it('is refused where nothing was asked, where it says nothing, and to everybody else', async () => {
    const { browser, number, address } = await asked();
    const { text } = await browser.post(`${address}/reply`, { reply: ' ' }).expect(422);
    assert.ok(text.includes('aria-invalid="true"'));
    await aBrowser(site).post(`${address}/reply`, { reply: REPLY }).expect(404);
    assert.ok((await held(number)).awaitingApplicantSince);
    await browser.post(`${address}/reply`, { reply: REPLY }).expect(303);
    await browser.post(`${address}/reply`, { reply: REPLY }).expect(409);
    await browser
      .upload(`${address}/reply`, { reply: REPLY }, [['files', 'опора.jpg', await phonePhoto()]])
      .expect(409);
    assert.equal((await attachmentsOf({ kind: 'case', id: String((await held(number))._id) })).length, 0);
  });
});
