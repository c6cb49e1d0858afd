import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  filledText,
  MESSAGE_TEXTS,
  type MessagePlace,
  messageTextFaults,
  messageTextLength,
  placesOf,
  SAMPLE_SITE,
  SMS_TEMPLATES,
  type SmsTemplate,
  samplePlaces,
} from '#shared/domain/message-texts.ts';
import { smsLength } from '#shared/domain/sms-segments.ts';
import { sms } from '#shared/texts/uk/sms.ts';

const faults = (text: string, template: SmsTemplate = 'appeal.returned', site = SAMPLE_SITE) =>
  messageTextFaults(template, text, site).map((fault) =>
    'said' in fault ? `${fault.code} ${fault.said}` : fault.code,
  );
const template = () => fc.constantFrom(...SMS_TEMPLATES);
/** Every place that there is. */
const PLACES = Object.keys(samplePlaces(SAMPLE_SITE)) as MessagePlace[];
/** Words that hold no brace and nothing that a phone would make a link of. */
const plain = fc.stringMatching(/^[а-яіїєґ ,–]{0,10}$/);

describe('texts of messages: what their words may be', () => {
  it('takes the words that a new city has', () => {
    for (const each of SMS_TEMPLATES) assert.deepEqual(faults(sms[each], each), [], each);
  });
  it('names every needed place that is not there, and each that is unknown', () => {
    assert.deepEqual(faults('Звернення повернуто: {номер} {due} {}.'), [
      'place-unknown {номер}',
      'place-unknown {due}',
      'place-unknown {}',
      'place-missing {number}',
      'place-missing {where}',
    ]);
    assert.deepEqual(faults('Строк {number} продовжено. {where}', 'appeal.extended'), [
      'place-missing {due}, {dueShort}',
    ]);
    assert.deepEqual(faults('Строк {number} – до {dueShort}. {where}', 'appeal.extended'), []);
    assert.deepEqual(faults('{number}} {where}'), ['place-unknown }']);
    assert.deepEqual(faults('{number} {where} {constructor} {__proto__}'), [
      'place-unknown {constructor}',
      'place-unknown {__proto__}',
    ]);
  });
  it('keeps a text to its parts, counted with the longest values', () => {
    assert.deepEqual(faults(`{number} {where} ${'я'.repeat(39)}`), ['too-long 71 > 70']);
    assert.deepEqual(faults(`{number} {where} ${'я'.repeat(38)}`), []);
    assert.deepEqual(faults(`{number} {where} ${'я'.repeat(38)}`, 'appeal.returned', 'a-longer.omr.gov.ua'), [
      'too-long 79 > 70',
    ]);
  });
  it('counts a Latin text by the alphabet of those who are told a phone in the place of a link', () => {
    assert.deepEqual(messageTextLength(`{number} ${'a'.repeat(40)} {where}`, SAMPLE_SITE).parts, 1);
    assert.deepEqual(messageTextLength(`{number} ${'a'.repeat(60)} {where}`, SAMPLE_SITE).encoding, 'ucs2');
    assert.equal(messageTextLength('{code} {site}'.padEnd(150, 'a'), SAMPLE_SITE).encoding, 'gsm7');
  });
  it('lets no link in but those of the places', () => {
    for (const link of [
      'http://a.example/x',
      'HTTPS://a',
      'www.a',
      'bit.ly/x',
      'місто.укр',
      '10.0.0.1/x',
      'оmr.gov.ua',
      'omr.gov.ua.evil.com',
    ])
      assert.deepEqual(faults(`{number} {where} ${link}`), ['link'], link);
    for (const glued of ['{where}.evil.com', 'evil.com/{where}', '{where}x', 'x{where}', '{where}/../x'])
      assert.deepEqual(faults(`{number} ${glued}`), ['link'], glued);
    for (const well of ['({where}).', '«{where}»', '{where}!', 'до 17.03.2026, ст. 5. {where}', 'тел.: 15-35 {where}'])
      assert.deepEqual(faults(`{number} ${well}`), [], well);
  });
  it('lets in nothing that cannot be seen, and no empty text', () => {
    for (const sign of ['\n', '\t', '\u0000', '\u202e', '\u200b', '\u2028', '\ud800'])
      assert.deepEqual(faults(`{number}${sign} {where}`), ['signs'], JSON.stringify(sign));
    assert.deepEqual([faults(''), faults('  ')], [['empty'], ['empty']]);
  });

  it('says of any words whatever the same as a count and a search by hand would', () => {
    const piece = fc.oneof(plain, fc.constantFrom(...PLACES.map((place) => ` {${place}} `)), fc.constantFrom(' {a} '));
    fc.assert(
      fc.property(template(), fc.array(piece, { maxLength: 8 }), (each, pieces) => {
        const text = `${pieces.join('')}.`;
        const said = faults(text, each);
        const has = (place: string): boolean => text.includes(`{${place}}`);
        const allowed = placesOf(each).map(String);
        const unknown = [...PLACES, 'a'].filter((place) => has(place) && !allowed.includes(place));
        assert.deepEqual(
          said.filter((one) => one.startsWith('place-unknown')).sort(),
          unknown.map((place) => `place-unknown {${place}}`).sort(),
        );
        const missing = MESSAGE_TEXTS[each].needs.filter((set) => !set.some(has));
        assert.equal(said.filter((one) => one.startsWith('place-missing')).length, missing.length);
        const byLink = samplePlaces(SAMPLE_SITE);
        const isLong = ['тел. 15-35', byLink.where].some(
          (where) => smsLength(filledText(text, { ...byLink, where })).parts > 1,
        );
        assert.equal(
          said.some((one) => one.startsWith('too-long')),
          isLong,
        );
      }),
      { numRuns: 500 },
    );
  });
  it('has a text without faults go out in its parts, whatever stands in its places', () => {
    const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
    const values = fc.record({
      code: digits(6),
      number: digits(10),
      petition: digits(4),
      threshold: digits(4),
      due: fc.constant('01.12.2026'),
      dueShort: fc.constant('01.12'),
      result: fc.constantFrom('вирішено', 'роз’яснено', 'відмовлено'),
      where: fc.constantFrom('тел. 15-35', `${SAMPLE_SITE}/c/0000000`),
      site: fc.constant(SAMPLE_SITE),
    });
    fc.assert(
      fc.property(
        template(),
        plain,
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        values,
        (each, words, tail, filling) => {
          const text = `${words} ${MESSAGE_TEXTS[each].needs.map(([place]) => `{${place}}`).join(' ')} ${tail}`;
          if (faults(text, each).length > 0) return;
          assert.equal(smsLength(filledText(text, filling)).parts, 1);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
