import assert from 'node:assert/strict';
import { movePetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { setClock } from '../../support/clock.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { authorCode, hiddenIn, signerCode, typedPetition } from '../../support/petition-pages.ts';
import { aPublished, petitionNow } from '../../support/petitions.ts';
import { CLERK, useSite } from '../../support/site.ts';

const plain = (page: string): string => page.replace(/[\u00a0\u202f]/g, ' ');
const NEW = '/petitions/new';
let authors = 0;
/** A form that was just opened and filled in, by an author of its own. */
const another = (): string => {
  authors += 1;
  return `writer${authors}@example.com`;
};

describe('pages: writing a petition', () => {
  const site = useSite();
  let browser: ReturnType<typeof aBrowser>;
  before(() => {
    browser = aBrowser(site);
  });
  beforeEach(() => setClock('2026-03-03T08:00:00Z'));
  afterEach(() => PetitionModel.deleteMany());
  const opened = async (over: Record<string, string> = {}): Promise<Record<string, string>> => ({
    ...hiddenIn((await browser.get(NEW).expect(200)).text, NEW),
    ...typedPetition({ email: another(), ...over }),
  });
  /** Writes one down to the page of the code. */
  const written = async (over: Record<string, string> = {}) => {
    const { headers } = await browser.post(NEW, await opened(over)).expect(303);
    const [, id = ''] = /^\/petitions\/sent\/([0-9a-f]{24})\?wait=60$/.exec(headers.location ?? '') ?? [];
    assert.ok(id, headers.location);
    return { id, path: `/petitions/sent/${id}`, location: headers.location ?? '' };
  };

  it('tells what a petition is, with the numbers of the charter', async () => {
    const text = plain((await browser.get(NEW).expect(200)).text);
    assert.match(text, /за 2 робочі дні.*1 000 підписів за 3 місяці.*територіальної цілісності/s);
    assert.match(
      plain((await browser.get(`/en${NEW}`).expect(200)).text),
      /within 2 working days.*1 000 signatures within 3 months/s,
    );
  });
  it('names every wrong field at once, and loses nothing of what was typed', async () => {
    const form = {
      ...(await opened()),
      title: 'а'.repeat(81),
      essence: 'мало',
      email: 'ні',
      phone: '048 722 00 00',
      isAgreed: '',
      sms: 'true',
      lastName: '',
    };
    const { text } = await browser.post(NEW, form).expect(422);
    for (const name of ['title', 'essence', 'lastName', 'email', 'phone', 'isAgreed'])
      assert.ok(text.includes(`<a href="#${name}">`), name);
    assert.match(text, /Поставте позначку: без цієї згоди петицію не можна оприлюднити/);
    assert.match(text, /<title>Помилка: /);
    assert.ok(text.includes('а'.repeat(81)) && text.includes('value="048 722 00 00"'));
    assert.match(text, /name="sms"[^>]*checked/);
    assert.equal(await PetitionModel.countDocuments(), 0);
    const forTexts = { ...(await opened()), sms: 'true' };
    assert.match((await browser.post(NEW, forTexts).expect(422)).text, /Щоб отримувати SMS, вкажіть мобільний номер/);
  });
  it('takes a title of 80 characters on one line, whatever was pasted into it', async () => {
    const { id } = await written({ title: `  Повернути\r\n${'а'.repeat(70)} ` });
    assert.equal((await PetitionModel.findById(id).lean())?.title, `Повернути ${'а'.repeat(70)}`);
  });
  it('goes by a code from a letter to the number and the day by which it is checked', async () => {
    const { id, path, location } = await written();
    const step = plain((await browser.get(location).expect(200)).text);
    assert.match(step, /Введіть код із листа.*autocomplete="one-time-code".*Новий код можна замовити за 60 с/s);
    assert.doesNotMatch(step, /@example\.com/);
    assert.match((await browser.post(`${path}/confirm`, { code: 'abc' }).expect(422)).text, /Код не підходить/);
    const code = await authorCode(id);
    const wrong = code === '000000' ? '000001' : '000000';
    assert.match((await browser.post(`${path}/confirm`, { code: wrong }).expect(422)).text, /Код не підходить/);
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    await browser.post(`${path}/confirm`, { code: spaced }).expect(303).expect('location', path);
    const sent = plain((await browser.get(path).expect(200)).text);
    const { number } = await petitionNow({ _id: (await PetitionModel.findById(id).lean())?._id ?? assert.fail() });
    assert.match(
      sent,
      new RegExp(`<p class="number">${number}</p>.*Перевірять до 5 березня 2026 — (<[^>]+>)?ще 2 дні`, 's'),
    );
    assert.match(sent, /noindex/);
    // Pressed once more, or opened again: the same.
    await browser.post(`${path}/confirm`, { code }).expect(303).expect('location', path);
    await browser.post(`${path}/code`).expect(303).expect('location', path);
  });
  it('tells where another code cannot be sent yet, and sends one after the wait', async () => {
    const { id, path } = await written();
    assert.match(
      (await browser.post(`${path}/code`).expect(429)).text,
      /role="alert">Новий код можна замовити за \d+ с/,
    );
    const first = await authorCode(id);
    setClock('2026-03-03T08:01:01Z');
    await browser.post(`${path}/code`).expect(303).expect('location', `${path}?wait=60`);
    const second = await authorCode(id);
    if (first !== second) await browser.post(`${path}/confirm`, { code: first }).expect(422);
    setClock('2026-03-03T08:30:00Z');
    assert.match((await browser.post(`${path}/confirm`, { code: second }).expect(422)).text, /Строк дії коду минув/);
  });
  it('says that all tries were spent', async () => {
    const { id, path } = await written();
    const right = await authorCode(id);
    for (let n = 0; n < 5; n += 1)
      await browser.post(`${path}/confirm`, { code: right === '111111' ? '222222' : '111111' }).expect(422);
    assert.match((await browser.post(`${path}/confirm`, { code: right }).expect(429)).text, /забагато разів/);
  });
  it('writes one petition and sends one letter, however often the button is pressed', async () => {
    const form = await opened();
    const answers = await Promise.all(Array.from({ length: 4 }, () => browser.post(NEW, form)));
    const places = answers.map(({ headers }) => String(headers.location));
    assert.equal(new Set(places.map((place) => place.split('?')[0])).size, 1);
    assert.ok(places.some((place) => place.endsWith('&late=1')));
    assert.equal(await PetitionModel.countDocuments(), 1);
    const late = places.find((place) => place.endsWith('&late=1')) ?? '';
    assert.match((await browser.get(late).expect(200)).text, /Код уже в дорозі/);
    // Changed and sent again from the same page, it is another one.
    await browser.post(NEW, { ...form, title: 'Зовсім інша назва', email: another() }).expect(303);
    assert.equal(await PetitionModel.countDocuments(), 2);
  });
  it('asks beside it for the code of a text where texts are wished, says of each what is wrong, and goes on without it', async () => {
    const { id, path } = await written({ phone: '067 123 45 67', sms: 'true' });
    const step = (await browser.get(path).expect(200)).text;
    assert.match(step, /name="phoneCode"[^>]*>/);
    assert.match(step, /SMS не надходитимуть/);
    const both = (await browser.post(`${path}/confirm`, { code: 'x', phoneCode: 'y' }).expect(422)).text;
    for (const name of ['code', 'phoneCode']) assert.ok(both.includes(`<a href="#${name}">`), name);
    const { phoneCodeId } = (await PetitionModel.findById(id).lean()) ?? {};
    const phoneCode = await signerCode(phoneCodeId ?? '');
    const kept = (await browser.post(`${path}/confirm`, { code: '123 456', phoneCode: 'y' }).expect(422)).text;
    assert.match(kept, /name="code"[^>]*value="123 456"/);
    const proved = (await browser.post(`${path}/confirm`, { code: '', phoneCode }).expect(422)).text;
    assert.ok(!proved.includes('href="#phoneCode"'));
    const half = (await browser.post(`${path}/confirm`, { code: '000000', phoneCode }).expect(422)).text;
    assert.match(half, /Телефон підтверджено/);
    assert.doesNotMatch(half, /name="phoneCode"/);
    await browser
      .post(`${path}/confirm`, { code: await authorCode(id) })
      .expect(303)
      .expect('location', path);

    const silent = await written({ phone: '067 123 45 68', sms: '' });
    assert.doesNotMatch((await browser.get(silent.path).expect(200)).text, /phoneCode/);
    const soon = await written({ phone: '067 123 45 67', sms: 'true' });
    assert.match((await browser.get(soon.path).expect(200)).text, /Код на телефон зараз не надсилаємо/);
    await browser.post(`${soon.path}/confirm`, { code: await authorCode(soon.id) }).expect(303);
  });
  it('confirms once where the button of the code is pressed twice', async () => {
    const { id, path } = await written();
    const code = await authorCode(id);
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(`${path}/confirm`, { code })));
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.location]),
      [1, 2, 3].map(() => [303, path]),
    );
  });

  describe('where there are others like it', () => {
    it('shows them first with a way to sign them, and goes on with all that was typed', async () => {
      const other = await aPublished();
      const form = await opened({ phone: '067 123 45 67', sms: 'true', patronymic: '' });
      const { text } = await browser.post(NEW, form).expect(200);
      assert.match(text, new RegExp(`Схожі петиції.*href="/petitions/${other.number}/sign".*Надіслати мою`, 's'));
      assert.equal(await PetitionModel.countDocuments({ status: 'unconfirmed' }), 0);
      const kept = hiddenIn(text, NEW);
      for (const [name, value] of Object.entries(form)) if (value) assert.equal(kept[name], value, name);
      const edited = await browser.post(NEW, { ...kept, step: 'edit' }).expect(200);
      assert.match(edited.text, /value="067 123 45 67"/);
      await browser.post(NEW, { ...kept, step: 'send' }).expect(303);
      await browser.post(NEW, { ...kept, step: 'send' }).expect(303);
      assert.equal(await PetitionModel.countDocuments({ status: 'unconfirmed' }), 1);
    });
    it('shows past ones without a button, and asks nothing where none is like it', async () => {
      const past = await aPublished();
      await PetitionModel.updateOne({ _id: past._id }, { $set: { status: 'failed_to_appeal' } });
      const { text } = await browser.post(NEW, await opened()).expect(200);
      assert.match(text, /Стала зверненням громадян/);
      assert.doesNotMatch(text, /\/sign"/);
      const unlike = {
        title: 'Безкоштовні курси плавання',
        essence: 'Школярі не вміють плавати, а басейни дорогі.',
        demand: 'Оплатити щороку двадцять занять кожному.',
      };
      await browser.post(NEW, await opened(unlike)).expect(303);
    });
  });

  it('leads its author on by what became of it, and strangers nowhere', async () => {
    const { id, path } = await written();
    await browser.post(`${path}/confirm`, { code: await authorCode(id) }).expect(303);
    const { version, number } = (await PetitionModel.findById(id).lean()) ?? assert.fail();
    await movePetition(CLERK, { petitionId: id, verb: 'publish', expectedVersion: version });
    await browser.get(path).expect(303).expect('location', `/petitions/${number}`);
    await PetitionModel.updateOne({ _id: id }, { $set: { status: 'rejected' } });
    const settled = (await browser.get(path).expect(200)).text;
    assert.match(settled, /розглянули.*на пошту автора/s);
    assert.doesNotMatch(settled, /Повернути трамвай/);
    for (const odd of ['0'.repeat(24), 'f'.repeat(24), 'x', '1', '%00', 'a'.repeat(500)]) {
      await browser.get(`/petitions/sent/${odd}`).expect(404);
      await browser.post(`/petitions/sent/${odd}/code`).expect(404);
      await browser.post(`/petitions/sent/${odd}/confirm`, { code: '123456' }).expect(404);
    }
  });
  it('takes no harm from a form that no page of ours made', async () => {
    for (const form of [
      {},
      { key: '', title: '' },
      { key: 'x'.repeat(5_000), step: 'send' },
      { 'title.x': 'a', __proto__: 'b' },
    ])
      await browser.post(NEW, form as Record<string, string>).expect(422);
    await browser.post(NEW, { ...typedPetition({ email: another() }), key: '$' }).expect(303);
  });
});
