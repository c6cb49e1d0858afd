import assert from 'node:assert/strict';
import { enteredAppeal, UNTOUCHED_APPEAL } from '#client/desk/intake/entered-appeal.ts';
import { fieldNames } from '#client/desk/intake/field-names.ts';
import { words } from '#client/desk/words.uk.ts';
import { enterAppeal } from '#shared/contract/appeals.ts';

const CALL = {
  ...UNTOUCHED_APPEAL,
  categoryCode: 'trees',
  text: 'Гілка впала на тротуар, прошу прибрати.',
  'applicant.lastName': 'Коваль',
  'applicant.firstName': 'Іван',
  'applicant.residence': 'Одеса, вул. Канатна, 1',
  'contact.phone': '067 123 45 67',
};
const read = (values: Record<string, string>) =>
  enterAppeal.body.safeParse(JSON.parse(JSON.stringify(enteredAppeal(values, '2026-03-17'))));

describe('desk: an appeal that an operator enters', () => {
  it('is what the contract takes', () => {
    const { data, error } = read({ ...CALL, 'consents.sms': 'true', 'place.address': ' Канатна, 1 ' });
    assert.equal(error, undefined);
    assert.equal(data?.contact.phone, '+380671234567');
    assert.deepEqual(data?.place, { address: 'Канатна, 1' });
    assert.deepEqual(data?.consents, { sms: true, publication: false });
  });
  it('says nothing of fields that were left empty', () => {
    const body = JSON.parse(
      JSON.stringify(enteredAppeal({ ...CALL, 'place.address': '  ', 'contact.email': '' }, '2026-03-17')),
    );
    assert.ok(!('place' in body));
    assert.deepEqual(body.contact, { phone: '067 123 45 67' });
  });
  it('speaks of what is contested in a complaint alone', () => {
    const contested = { 'contested.decision': 'Відмова полагодити дах', 'contested.decidedOn': '2026-02-01' };
    assert.equal(enteredAppeal({ ...CALL, ...contested }, '2026-03-17').contested, undefined);
    const { data } = read({ ...CALL, ...contested, kind: 'complaint' });
    assert.equal(data?.contested?.decidedOn, '2026-02-01');
  });
  it('says when it came in only where that is another day, and why', () => {
    const received = { 'received.on': '2026-03-02', 'received.reasonCode': 'postmark' };
    assert.deepEqual(read({ ...CALL, ...received }).data?.received, { on: '2026-03-02', reasonCode: 'postmark' });
    for (const on of ['', '2026-03-17'])
      assert.equal(read({ ...CALL, ...received, 'received.on': on }).data?.received, undefined);
    const wrong = read({ ...CALL, ...received, 'received.reasonCode': 'other' }).error?.issues;
    assert.deepEqual(
      wrong?.map(({ path }) => path.join('.')),
      ['received.explanation'],
    );
  });
  it('has a name for every field that can be wrong in an empty form', () => {
    const names = fieldNames(words);
    for (const kind of ['application', 'complaint']) {
      const wrong = read({ kind, 'received.on': '1' }).error?.issues.map(({ path }) => path.join('.')) ?? [];
      assert.ok(wrong.length > 5);
      for (const path of wrong) assert.ok(names[path], path);
    }
  });
});
