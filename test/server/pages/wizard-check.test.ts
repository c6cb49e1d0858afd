import assert from 'node:assert/strict';
import { CaseModel } from '#server/register/case.model.ts';
import { unit } from '#server/seeds/city.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { useSite } from '../../support/site.ts';

const CHECK = '/appeals/new/check';

describe('wizard: the last look before sending', () => {
  const site = useSite();

  it('tells everything that was said, each with the way to change it', async () => {
    const browser = aBrowser(site);
    await browser.fillIn({ 'consents.publication': 'true', helperPhone: '050 111 22 33' });
    const { text } = await browser.get(CHECK).expect(200);
    for (const words of [
      'Дерибасівська, 10',
      'Прохання або повідомлення',
      'Яма або пошкоджене покриття',
      'завглибшки з долоню',
      'Шевченко Олена',
      'вул. Рішельєвська, 5',
      '+380 67 123 45 67',
      '+380 50 111 22 33',
      'Прочитаю на сторінці звернення',
      'Показати на мапі текст і фото без мого імені',
    ])
      assert.ok(text.includes(words), words);
    for (const step of ['where', 'what?part=topic', 'details', 'you'])
      assert.ok(text.includes(`href="/appeals/new/${step}" aria-label="Змінити: `), step);
  });
  it('says who handles it and by which day, reckoned by the law from today', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    const { text } = await browser.get(CHECK).expect(200);
    assert.match(text, /Розглядатиме: Департамент транспорту та дорожнього господарства\./);
    assert.match(text, /відповідь має бути до 3.квітня.2026/);
  });
  it('never names for a complaint the department that is complained of, nor one below it', async () => {
    const complaint = { kind: 'complaint', 'contested.decision': 'Відмовилися ремонтувати' };
    const roads = String(unit(3));
    const browser = aBrowser(site);
    await browser.fillIn({ ...complaint, 'contested.departmentId': roads });
    const against = (await browser.get(CHECK).expect(200)).text;
    assert.doesNotMatch(against, /Розглядатиме: Департамент транспорту/);
    assert.match(against, /Розглядатиме: Виконавчий комітет міської ради\..*не передадуть тим, на кого ви скаржитеся/s);
    await browser.fillIn({ ...complaint, 'contested.departmentId': String(unit(1)) });
    assert.match((await browser.get(CHECK).expect(200)).text, /визначить керівництво міста/);
    await browser.fillIn({ ...complaint, 'contested.departmentId': String(unit(8)) });
    assert.match((await browser.get(CHECK).expect(200)).text, /Розглядатиме: Департамент транспорту/);
  });
  it('lists what is missing for whoever comes too early, with links to the steps, and sends nothing', async () => {
    const browser = aBrowser(site);
    const before = await CaseModel.countDocuments();
    const early = (await browser.get(CHECK).expect(200)).text;
    const pressed = await browser.send().expect(422);
    for (const page of [early, pressed.text])
      for (const href of [
        'what?part=topic#categoryCode',
        'what?part=kind#kind',
        'details#text',
        'you#applicant-lastName',
        'you#contact',
      ])
        assert.ok(page.includes(`href="/appeals/new/${href}"`), href);
    assert.match(pressed.text, /<title>Помилка: .*role="alert"/s);
    assert.equal(await CaseModel.countDocuments(), before);
  });

  const personal: [string, RegExp][] = [
    ['Сусід з 5 квартири, 050 111 22 33, щодня паркується на газоні.', /номер телефону: «050 111 22 33»/],
    ['Пишіть моїй сестрі на o.koval@example.com, вона все бачила.', /електронна адреса: «o\.koval@example\.com»/],
    ['Гроші поверніть на картку 4111 1111 1111 1111, будь ласка.', /номер картки або рахунку: «4111/],
    ['Мій код 3184710691, без нього не оформлюють субсидію.', /схожих на податковий номер: «3184710691»/],
    ['Огорожу поставив гр. Іваненко І. П. без жодного дозволу.', /чиєсь ім’я: «гр\. Іваненко І\. П\.»/],
  ];
  for (const [typed, words] of personal)
    it(`warns: ${words.source}`, async () => {
      const browser = aBrowser(site);
      await browser.fillIn({ text: typed });
      const { text } = await browser.get(CHECK).expect(200);
      assert.match(text, words);
      assert.match(text, /href="\/appeals\/new\/details#text">Змінити текст/);
      assert.match(text, />Надіслати звернення як є<\/button>/);
      await browser.send().expect(303);
    });
  it('warns of nothing in a plain text', async () => {
    const browser = aBrowser(site);
    await browser.fillIn();
    assert.match((await browser.get(CHECK).expect(200)).text, />Надіслати звернення<\/button>/);
  });
});
