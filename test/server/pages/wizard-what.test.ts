import assert from 'node:assert/strict';
import { categoryOf } from '#server/catalogue/index.ts';
import { unit } from '#server/seeds/city.ts';
import { useSite } from '../../support/site.ts';
import { aWriter } from '../../support/wizard.ts';

const WHAT = '/appeals/new/what?about=other';
const topicsIn = (page: string): string[] =>
  [...page.matchAll(/<input type="radio" id="topic-([\w-]+)"/g)].map(([, code = '']) => code);
const question = (page: string): string => /<h1>([^<]+)/.exec(page)?.[1] ?? '';
const partOf = ({ at }: { at: string }): string | null => new URL(at, 'http://x').searchParams.get('part');

describe('wizard: what, without scripts', () => {
  const site = useSite();
  /** Somebody who has chosen a topic and stands at what follows. */
  async function withTopic(categoryCode: string) {
    const writer = aWriter(site);
    await writer.open(WHAT);
    const page = await writer.send({ categoryCode, 'ui.do': 'choose' });
    return { writer, page };
  }

  it('is the first of four steps for what is about no place', async () => {
    const page = await aWriter(site).open('/appeals/new?about=other');
    assert.match(page, /<title>Що сталося\? · Крок 1 з 4 · Відгук<\/title>/);
    assert.match(page, /class="back"><a href="\/">/);
  });
  it('offers every topic once, each under its heading, and the found ones before', async () => {
    const writer = aWriter(site);
    const all = topicsIn(await writer.open(WHAT));
    assert.ok(all.length >= 40 && new Set(all).size === all.length, `${all.length} topics`);
    assert.ok(all.every((code) => categoryOf(code)));
    const found = topicsIn(await writer.send({ 'ui.topic': 'ліхтарі', 'ui.do': 'find' }));
    assert.equal(found[0], 'street-light');
    assert.deepEqual([...found].sort(), [...all].sort());
  });
  it('finds topics by synonyms, declined, in Russian and in English', async () => {
    const found = async (path: string, typed: string) => {
      const writer = aWriter(site);
      await writer.open(path);
      return topicsIn(await writer.send({ 'ui.topic': typed, 'ui.do': 'find' }))[0];
    };
    assert.equal(await found(WHAT, 'ями на дорозі'), 'road-surface');
    assert.equal(await found(WHAT, 'собаку'), 'animals');
    assert.equal(await found(WHAT, 'мусор'), 'rubbish');
    assert.equal(await found(WHAT, 'під’їзду'), 'house-repair');
    assert.equal(await found('/en/appeals/new/what', 'pothole'), 'road-surface');
  });
  it('says that a word leads nowhere, and bears any word', async () => {
    const writer = aWriter(site);
    await writer.open(WHAT);
    assert.match(await writer.send({ 'ui.topic': 'щщщ', 'ui.do': 'find' }), /За словом «щщщ» теми не знайшли/);
    for (const odd of ['<script>alert(1)</script>', '🐈', '((((', 'а'.repeat(50_000), '__proto__', '\\']) {
      const page = await writer.send({ 'ui.topic': odd, 'ui.do': 'find' });
      assert.doesNotMatch(page, /<script>alert/);
      assert.ok(topicsIn(page).length >= 40);
    }
  });
  it('keeps the topic that was chosen before a search', async () => {
    const writer = aWriter(site);
    await writer.open(WHAT);
    await writer.send({ categoryCode: 'trees', 'ui.topic': 'яма', 'ui.do': 'find' });
    assert.equal(writer.fields.categoryCode, 'trees');
  });
  it('needs a topic that can be chosen', async () => {
    const writer = aWriter(site);
    for (const wrong of ['', 'streets', 'nothing', '__proto__', 'constructor']) {
      await writer.open(WHAT);
      const page = await writer.send({ categoryCode: wrong, 'ui.do': 'choose' }, 422);
      assert.match(page, /href="#categoryCode"/);
      assert.match(page, /<fieldset class="field topics wrong" id="categoryCode" tabindex="-1"/);
    }
  });

  describe('a danger', () => {
    it('shows the numbers as links first, and refuses nobody', async () => {
      const { writer, page } = await withTopic('gas');
      assert.equal(question(page), 'Чи є загроза життю?');
      for (const number of [101, 102, 103, 104, 112]) assert.ok(page.includes(`href="tel:${number}"`), `${number}`);
      assert.match(page, /Я вже зателефонував\(ла\), продовжити/);
      assert.match(page, /Тоді зателефонуйте 104/);
      await writer.send({});
      assert.equal(partOf(writer), 'kind');
    });
    it('is asked about where it may be, and nowhere else', async () => {
      assert.equal(partOf((await withTopic('explosive')).writer), 'danger');
      assert.equal(partOf((await withTopic('parks')).writer), 'kind');
    });
  });

  describe('questions of the topic', () => {
    it('ask with no answer demanded', async () => {
      const { writer, page } = await withTopic('street-light');
      assert.equal(partOf(writer), 'questions');
      assert.match(page, /Скільки ліхтарів не горить<span class="optional">/);
      await writer.send({});
      assert.equal(partOf(writer), 'kind');
    });
    it('keep answers, take none that was not asked for or offered, and forget them with the topic', async () => {
      const { writer } = await withTopic('street-light');
      for (const wrong of [{ 'answers.lamps': 'три' }, { 'answers.all-day': 'maybe' }, { 'answers.never-asked': 'x' }])
        await writer.send(wrong as Record<string, string>, 422);
      await writer.open('/appeals/new/what?part=questions');
      await writer.send({ 'answers.lamps': '3', 'answers.all-day': 'yes', 'answers.never-asked': '' });
      await writer.open('/appeals/new/what?part=questions');
      assert.deepEqual([writer.fields['answers.lamps'], writer.fields['answers.all-day']], ['3', 'yes']);
      await writer.open('/appeals/new/what?part=topic');
      await writer.send({ categoryCode: 'road-surface', 'ui.do': 'choose' });
      await writer.open('/appeals/new/what?part=topic');
      await writer.send({ categoryCode: 'street-light', 'ui.do': 'choose' });
      assert.equal(writer.fields['answers.lamps'], '');
    });
    it('show the notice of the topic', async () => {
      assert.match((await withTopic('trees')).page, /впало на дроти, не підходьте/);
    });
  });

  describe('what it is in law', () => {
    /** Somebody who is asked for the kind. */
    async function atKind() {
      const { writer } = await withTopic('parks');
      return writer;
    }
    it('must be chosen of the three', async () => {
      const writer = await atKind();
      assert.match(await writer.send({}, 422), /href="#kind">Вид звернення: Оберіть, що ви подаєте/);
      await writer.send({ kind: 'petition' }, 422);
      await writer.send({ kind: 'proposal' });
      assert.match(writer.at, /^\/appeals\/new\/details/);
    });
    it('comes chosen from a link that says it', async () => {
      const writer = aWriter(site);
      await writer.open('/appeals/new?about=other&kind=complaint');
      await writer.open('/appeals/new/what?part=topic&kind=complaint');
      await writer.send({ categoryCode: 'parks', 'ui.do': 'choose' });
      await writer.open('/appeals/new/what?part=kind&kind=complaint');
      assert.equal(writer.fields.kind, 'complaint');
      await writer.open('/appeals/new/what?part=kind&kind=%22%3E%3Cscript%3E');
    });
    it('asks of a complaint whose it is, what, when decided, when learned', async () => {
      const writer = await atKind();
      assert.match(await writer.send({ kind: 'complaint' }, 422), /href="#contested-decision"/);
      await writer.send({
        'contested.decision': 'Відмова відремонтувати фонтан',
        'contested.departmentId': String(unit(5)),
        'contested.decidedOn': '17.02.2026',
        'contested.learnedOn': '2026-02-20',
      });
      assert.match(writer.at, /^\/appeals\/new\/details/);
      await writer.open('/appeals/new/what?part=kind');
      assert.equal(writer.fields['contested.decidedOn'], '2026-02-17', 'as people write a date');
    });
    it('calls a date wrong that is none or lies ahead, and a department that is unknown', async () => {
      const writer = await atKind();
      const right = { kind: 'complaint', 'contested.decision': 'Бездіяльність' };
      for (const [name, wrong] of [
        ['decidedOn', '2027-01-01'],
        ['decidedOn', 'учора'],
        ['learnedOn', '2026-02-31'],
        ['departmentId', 'f'.repeat(24)],
        ['departmentId', '__proto__'],
      ]) {
        const page = await writer.send({ ...right, [`contested.${name}`]: wrong ?? '' }, 422);
        assert.ok(page.includes(`href="#contested-${name}"`), `${name}: ${wrong}`);
        await writer.send({ ...right, [`contested.${name}`]: '' });
        await writer.open('/appeals/new/what?part=kind');
      }
    });
    it('warns that a term of art. 17 has passed, once, and never refuses', async () => {
      const writer = await atKind();
      const complaint = { kind: 'complaint', 'contested.decision': 'Бездіяльність' };
      const year = await writer.send({ ...complaint, 'contested.decidedOn': '2025-03-02' });
      assert.match(year, /Від рішення минув понад рік/);
      await writer.open('/appeals/new/what?part=kind');
      const month = await writer.send({ 'contested.decidedOn': '2025-03-03', 'contested.learnedOn': '2026-02-02' });
      assert.match(month, /минув понад місяць/);
      assert.match(month, /Ми приймемо звернення в будь-якому разі/);
      await writer.send({});
      assert.match(writer.at, /^\/appeals\/new\/details/);
      await writer.open('/appeals/new/what?part=kind');
      await writer.send({ 'contested.learnedOn': '2026-02-03' });
      assert.match(writer.at, /^\/appeals\/new\/details/, 'in time');
    });
    it('says what is shown to nobody, and offers a place to what has one', async () => {
      const secret = await withTopic('military');
      assert.match(secret.page, /лише працівники міста й ви/);
      const { page } = await withTopic('parks');
      assert.match(page, /href="\/appeals\/new\/where\?about=place">Вказати, де це/);
    });
  });

  it('leads back screen by screen, over what the topic does not ask', async () => {
    const { writer } = await withTopic('open-manhole');
    const page = await writer.send({});
    assert.equal(question(page), 'Що ви хочете подати?');
    const backIn = (html: string) => /class="back"><a href="([^"]+)"/.exec(html)?.[1] ?? '';
    const danger = await writer.open(backIn(page));
    assert.equal(question(danger), 'Чи є загроза життю?');
    assert.equal(question(await writer.open(backIn(danger))), 'Що сталося?');
    assert.equal(writer.fields.categoryCode, 'open-manhole');
  });
  it('opens in English with the same answers', async () => {
    const { writer } = await withTopic('road-surface');
    const page = await writer.open('/en/appeals/new/what?part=questions');
    assert.equal(question(page), 'A few details');
    assert.match(page, /Pothole or damaged surface/);
  });
});
