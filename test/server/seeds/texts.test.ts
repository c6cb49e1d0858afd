import assert from 'node:assert/strict';
import { aMobile, anEmail, aPerson } from '#server/seeds/bulk/people.ts';
import { Draw } from '#server/seeds/bulk/random.ts';
import { letterOf } from '#server/seeds/bulk/texts/letter.ts';
import { say } from '#server/seeds/bulk/texts/phrase.ts';
import { disputeOf, replyOf } from '#server/seeds/bulk/texts/reply.ts';
import { slotsOf, spokenPlace } from '#server/seeds/bulk/texts/slots.ts';
import { topicOf } from '#server/seeds/bulk/topics/topics.ts';
import { CATEGORIES } from '#server/seeds/city.ts';
import { readPhone } from '#shared/domain/phone.ts';

const LEAVES = CATEGORIES.flatMap(({ _id }) => (CATEGORIES.some(({ parentCode }) => parentCode === _id) ? [] : [_id]));
const STREETS = [
  'Канатна вулиця',
  'Софіївська вулиця',
  'вулиця Академіка Вільямса',
  'Французький бульвар',
  'проспект Шевченка',
];
const slotsFrom = (draw: Draw) =>
  slotsOf(spokenPlace(draw.pick(STREETS), String(draw.between(1, 140))), () => '2026-03-02');

/** A text of a category, as it came to hand `i`. */
function textOf(code: string, i: number): string {
  const topic = topicOf(code);
  const draw = new Draw(7, i);
  const concern = draw.pick(topic.concerns);
  const channel = draw.chance(0.5) ? 'web' : 'phone';
  const hasPlace = topic.place !== 'none';
  return letterOf(draw, concern, slotsFrom(draw), { channel, isWoman: draw.chance(0.5), hasPlace });
}
const repliesOf = (code: string): string[] => {
  const topic = topicOf(code);
  return topic.concerns.flatMap((concern, c) =>
    (['resolved', 'explained', 'refused'] as const).flatMap((result) =>
      Array.from({ length: 20 }, (_, i) => {
        const draw = new Draw(c, i);
        return replyOf(draw, { topic, concern, result, slots: slotsFrom(draw), lookedOn: '2 березня' }).text;
      }),
    ),
  );
};
/** Sentences, with nothing of the phrases' own notation left in them, in the house's spelling. */
function assertReads(text: string): void {
  assert.match(text, /^\p{Lu}|^\d/u, text);
  assert.match(text, /\.$/, text);
  assert.doesNotMatch(text, /[[\]{}|]|undefined|null|\s{2}|\s[.,]|[.,]{2}|['ʼ`"!]/, text);
  assert.doesNotMatch(text, /[ыэъё]/i, text);
}

describe('seeds: the words of a city', () => {
  it('has something of its own to say of every category', () => {
    const asOther = LEAVES.filter((code) => code !== 'other' && topicOf(code).concerns === topicOf('other').concerns);
    assert.deepEqual(asOther, []);
  });

  for (const code of LEAVES)
    it(`says thousands of things of ${code}, all of them sentences`, () => {
      const texts = Array.from({ length: 6_000 }, (_, i) => textOf(code, i));
      for (const text of texts) {
        assertReads(text);
        assert.ok(text.length >= 20 && text.length <= 2_000, text);
      }
      const distinct = new Set(texts).size;
      assert.ok(distinct > 2_000, `${distinct} of ${texts.length}`);
    });

  it('answers every concern in sentences, whatever came of it', () => {
    for (const code of LEAVES)
      for (const reply of repliesOf(code)) {
        assertReads(reply);
        assert.ok(reply.length >= 20, reply);
      }
    for (let i = 0; i < 50; i += 1) assertReads(disputeOf(new Draw(1, i)));
  });

  it('says where in the right case, or by the address where the name does not tell its grammar', () => {
    assert.equal(spokenPlace('Софіївська вулиця', '8').inHouse, 'у будинку № 8 на Софіївській вулиці');
    assert.equal(spokenPlace('Французький бульвар', '3').inYard, 'у дворі будинку № 3 на Французькому бульварі');
    assert.equal(spokenPlace('вулиця Академіка Вільямса', '59').inHouse, 'у будинку № 59 на вулиці Академіка Вільямса');
    assert.equal(spokenPlace('вулиця Левітана', '101').inHouse, 'у будинку за адресою вул. Левітана, 101');
    assert.equal(spokenPlace('Канатна вулиця', '87').address, 'вул. Канатна, 87');
  });

  it('refuses a phrase with an open bracket, and a place that nobody knows', () => {
    const draw = new Draw(1, 1);
    assert.throws(() => say('{a|b', draw, () => ''), /open/);
    assert.throws(() => say('a ] b', draw, () => ''), /stray/);
    assert.throws(() => say('[nowhere]', draw, slotsFrom(draw)), /nothing is known/);
  });
});

describe('seeds: the people of a city', () => {
  it('bear names that agree with each other, and contacts that are nobody’s', () => {
    for (let i = 0; i < 3_000; i += 1) {
      const draw = new Draw(3, i);
      const who = aPerson(draw);
      if (who.patronymic) assert.match(who.patronymic, who.isWoman ? /вна$/ : /ич$/, JSON.stringify(who));
      assert.match(who.firstName, who.isWoman ? /[ая]$|^Любов$/ : /[^аяії]$|^Микола$/);
      if (/ськ(ий|а)$/.test(who.lastName)) assert.match(who.lastName, who.isWoman ? /ська$/ : /ський$/);
      assert.equal(readPhone(aMobile(draw)).kind, 'mobile');
      assert.match(aMobile(draw), /^\+380\d\d000\d{4}$/);
      assert.match(anEmail(draw, who), /^[a-z]+\.[a-z]+\d+@example\.(com|org|net)$/);
    }
  });

  it('are many', () => {
    const names = Array.from({ length: 5_000 }, (_, i) => Object.values(aPerson(new Draw(5, i))).join(' '));
    assert.ok(new Set(names).size > 4_700, `${new Set(names).size}`);
  });
});
