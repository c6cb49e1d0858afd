import assert from 'node:assert/strict';
import { followUpsIn, petitionInput } from '#client/desk/petitions/petition-input.ts';
import { type DeskPetitionVerb, PetitionMoveBody } from '#shared/contract/petition-desk.ts';

const WHY = 'Пояснення, викладене словами.';
const sent = (verb: DeskPetitionVerb, values: Record<string, string>) =>
  PetitionMoveBody.safeParse({ expectedVersion: 1, ...JSON.parse(JSON.stringify(petitionInput(verb, values))) });
const pathsOf = (verb: DeskPetitionVerb, values: Record<string, string> = {}): string[] =>
  sent(verb, values).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('desk: moves of a petition', () => {
  it('send what the contract takes', () => {
    const complete: [DeskPetitionVerb, Record<string, string>][] = [
      ['publish', {}],
      ['suggest', { suggestion: WHY }],
      ['reject', { 'rejection.reason': 'charter', 'rejection.explanation': WHY }],
      ['merge', { primaryNumber: '№ 12' }],
      ['announce', {}],
      ['prolong', { 'hearing.on': '2026-03-10', 'hearing.until': '2026-04-01' }],
      ['conclude', { reviewedOn: '2026-03-03' }],
      ['answer', { 'answer.decision': 'supported', 'answer.reasons': WHY, 'answer.unit': ' ' }],
      ['keep', { promise: '0' }],
    ];
    for (const [verb, values] of complete) assert.deepEqual(pathsOf(verb, values), [], verb);
    assert.equal(sent('merge', { primaryNumber: '№ 12' }).data?.primaryNumber, 12);
    assert.equal(sent('keep', { promise: '0' }).data?.promise, 0);
  });
  it('send empty forms as they are, so that the server names each field', () => {
    assert.deepEqual(pathsOf('suggest'), ['suggestion']);
    assert.deepEqual(pathsOf('reject'), ['rejection.reason', 'rejection.explanation']);
    assert.deepEqual(pathsOf('merge', { primaryNumber: 'дванадцять' }), ['primaryNumber']);
    assert.deepEqual(pathsOf('prolong'), ['hearing.on', 'hearing.until']);
    assert.deepEqual(pathsOf('conclude'), ['reviewedOn']);
    assert.deepEqual(pathsOf('answer'), ['answer.decision', 'answer.reasons']);
  });
  it('count and send as many promises as the form has', () => {
    assert.equal(followUpsIn({}), 0);
    const values = {
      'answer.decision': 'supported',
      'answer.reasons': WHY,
      'answer.followUps.0.what': 'Відремонтувати колії',
      'answer.followUps.0.on': '2026-09-01',
      'answer.followUps.1.what': '',
    };
    assert.equal(followUpsIn(values), 2);
    assert.deepEqual(pathsOf('answer', values), ['answer.followUps.1.on', 'answer.followUps.1.what']);
  });
});
