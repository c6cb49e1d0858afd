import assert from 'node:assert/strict';
import { aBrowser } from '../../support/pages.client.ts';
import { useSite } from '../../support/site.ts';
import { aWriter } from '../../support/wizard.ts';

const DETAILS = '/appeals/new/details';
const text = 'На розі яма завглибшки з долоню. Прошу полагодити.';

describe('wizard: what happened, without scripts', () => {
  const site = useSite();
  const postText = (typed: string) => aBrowser(site).post(DETAILS, { text: typed });

  describe('the words', () => {
    it('asks for them, and goes on once they are there', async () => {
      const { text: page } = await postText('').expect(422);
      assert.match(page, /<title>Помилка: Що сталося і що ви просите зробити\? · Крок/);
      assert.match(page, /href="#text">Суть звернення: Заповніть це поле/);
      assert.match(page, /id="text"[^>]*aria-describedby="text-hint text-error"[^>]*aria-invalid="true"/);
      const { headers } = await postText(text).expect(303);
      assert.equal(headers.location, '/appeals/new/you');
    });
    const wrong: [string, string, RegExp][] = [
      ['few', 'мало', /Напишіть докладніше/],
      ['5,001 characters', 'а'.repeat(5_001), /Напишіть коротше/],
      ['50,000 characters', 'слово '.repeat(8_333), /Напишіть коротше/],
      ['emoji alone', '🕳️🚧😡'.repeat(10), /Опишіть словами/],
      ['what is not text', `яма\u0000 ${'а'.repeat(30)}`, /Перевірте це поле/],
    ];
    for (const [what, typed, words] of wrong)
      it(`refuses ${what}, and keeps all of it`, async () => {
        const browser = aBrowser(site);
        const { text: page } = await browser.post(DETAILS, { text: typed }).expect(422);
        assert.match(page, words);
        const again = await browser.get(DETAILS).expect(200);
        for (const shown of [page, again.text]) assert.ok(shown.includes(`${typed.slice(-40)}</textarea>`));
      });
    it('takes markup as plain words', async () => {
      const browser = aBrowser(site);
      await browser.post(DETAILS, { text: '<script>alert(1)</script> яма на розі, "прошу" & далі' }).expect(303);
      const { text: page } = await browser.get('/appeals/new/check').expect(200);
      assert.match(page, /&lt;script>alert\(1\)&lt;\/script> яма на розі, &quot;прошу&quot; &amp; далі/);
      assert.doesNotMatch(page, /<script>alert/);
    });
    it('stays in the language of the page', async () => {
      const { headers } = await aBrowser(site).post(`/en${DETAILS}`, { text }).expect(303);
      assert.equal(headers.location, '/en/appeals/new/you');
    });
  });

  describe('who files together', () => {
    const person = (i: number, lastName: string) => ({
      [`coApplicants.${i}.lastName`]: lastName,
      [`coApplicants.${i}.firstName`]: 'Іван',
      [`coApplicants.${i}.residence`]: 'Одеса, вул. Софіївська, 8',
    });
    it('adds people one by one and removes any of them, and what was typed of the others stays', async () => {
      const writer = aWriter(site);
      await writer.open(DETAILS);
      await writer.send({ text, do: 'add-person' });
      assert.equal(writer.at, `${DETAILS}#coApplicants-0`);
      await writer.send({ ...person(0, 'Коваль'), do: 'add-person' });
      await writer.send({ ...person(1, 'Мельник'), do: 'add-person' });
      const page = await writer.send({ ...person(2, 'Бондар'), do: 'leave.1' });
      assert.match(page, /<details open[^>]*id="together"/);
      assert.deepEqual(
        [0, 1, 2].map((i) => writer.fields[`coApplicants.${i}.lastName`]),
        ['Коваль', 'Бондар', undefined],
      );
      assert.match(page, /text[^>]*>На розі яма/);
      await writer.send({});
      assert.equal(writer.at, '/appeals/new/you');
      assert.match(await writer.open('/appeals/new/check'), /Коваль Іван\nБондар Іван/);
    });
    it('drops a block that was left empty, and names what is missing of another', async () => {
      const writer = aWriter(site);
      await writer.open(DETAILS);
      await writer.send({ text, do: 'add-person' });
      await writer.send({ do: 'add-person' });
      const page = await writer.send(
        { 'coApplicants.1.lastName': 'Коваль', 'coApplicants.1.phone': '048 722 00 00' },
        422,
      );
      assert.match(page, /href="#coApplicants-1-firstName">Співзаявник 2, ім’я: Заповніть це поле/);
      assert.match(page, /href="#coApplicants-1-phone">Співзаявник 2, мобільний телефон: Це не мобільний номер/);
      assert.match(page, /id="coApplicants-1-firstName"/);
      await writer.send({ ...person(1, 'Коваль'), 'coApplicants.1.phone': '' });
    });
    it('stops at twenty', async () => {
      const writer = aWriter(site);
      await writer.open(DETAILS);
      const page = await writer.send({ text, 'ui.people': '19', do: 'add-person' });
      assert.doesNotMatch(page, /value="add-person"/);
      assert.match(page, /Додано 20 людей/);
      await writer.send({ do: 'add-person' });
      assert.equal(writer.fields['ui.people'], '20');
    });
    it('bears numbers that no page sends', async () => {
      const browser = aBrowser(site);
      for (const form of [
        { do: 'leave.99' },
        { do: 'leave.x' },
        { do: 'remove.x' },
        { 'ui.people': '-5' },
        { 'ui.people': '1e9' },
        { 'ui.people': 'x', do: 'add-person' },
      ])
        await browser.post(DETAILS, { text, ...form }).expect(303);
      const { text: page } = await browser.get(DETAILS).expect(200);
      assert.ok([...page.matchAll(/class="person"/g)].length <= 20);
    });
  });

  it('asks by what paper somebody is represented, and then for the person on the next step', async () => {
    const writer = aWriter(site);
    await writer.open(DETAILS);
    const page = await writer.send({ text, 'representative.lastName': 'Адвокат' }, 422);
    assert.match(page, /href="#representative-basis">На якій підставі: Заповніть це поле/);
    assert.match(page, /Додайте її фото або PDF/);
    const next = await writer.send({ 'representative.firstName': 'Ганна', 'representative.basis': 'довіреність № 15' });
    assert.match(next, /Людина, від імені якої ви звертаєтеся/);
  });
  it('explains what a benefit is asked for, and demands none', async () => {
    const writer = aWriter(site);
    const page = await writer.open(DETAILS);
    assert.match(page, /зберігаємо її окремо від звернення/);
    assert.match(page, /name="benefit" value checked/);
    await writer.send({ text, benefit: 'war-disability' });
    assert.match(await writer.open(DETAILS), /value="war-disability" checked/);
    assert.doesNotMatch(await writer.open('/appeals/new/check'), /інвалідністю/, 'it is not read over a shoulder');
  });
});
