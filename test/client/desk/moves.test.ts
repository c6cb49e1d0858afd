import assert from 'node:assert/strict';
import { allowedVerbs, inputFrom, inputOf, REASONS, rareVerbs, verbAtHand } from '#client/desk/moves/moves.ts';
import { MoveBody } from '#shared/contract/move.ts';
import { APPEAL_WORKFLOW } from '#shared/domain/appeal-workflow.ts';
import { VERBS } from '#shared/domain/workflow.ts';

const sent = (verb: Parameters<typeof inputFrom>[0], values: Record<string, string>) =>
  MoveBody.safeParse({ expectedVersion: 1, ...inputFrom(verb, values) });

describe('desk: moves of a case', () => {
  it('ask for the input that the workflow names, wherever a verb stands', () => {
    for (const { verb, input } of APPEAL_WORKFLOW) assert.equal(inputOf(verb), input);
  });
  it('offer what is allowed and nothing else, the way on before the ways back', () => {
    assert.deepEqual(allowedVerbs({ decline: true, accept: true, draft: false }), ['accept', 'decline']);
    assert.deepEqual(allowedVerbs({ rework: true, answer: true }), ['answer', 'rework']);
    assert.deepEqual(allowedVerbs({ publish: true, hide: true }), [], 'their own part of the card has them');
    assert.deepEqual(allowedVerbs({}), []);
  });
  it('leave no verb without its button: on the usual way, folded behind it, or in the part on publication', () => {
    const can = Object.fromEntries(VERBS.map((verb) => [verb, true]));
    const shown = [...allowedVerbs(can), ...rareVerbs(can), 'publish', 'hide'];
    assert.deepEqual(shown.sort(), [...VERBS].sort());
  });
  it('open the form of the next step by itself where it asks for one thing', () => {
    assert.equal(verbAtHand({ register: true }), 'register');
    assert.equal(verbAtHand({ answer: true, rework: true }), 'answer');
    assert.equal(verbAtHand({ draft: true }), null);
    assert.equal(verbAtHand({ accept: true, decline: true }), null);
    assert.equal(verbAtHand({ rework: true }), null);
  });
  it('give reasons to choose from wherever one is needed', () => {
    for (const verb of VERBS) assert.equal((REASONS[verb]?.length ?? 0) > 0, inputOf(verb) === 'reasonCode', verb);
  });
  it('send what the contract takes', () => {
    const text = 'Роботи виконано, ліхтар горить.';
    const complete: [Parameters<typeof inputFrom>[0], Record<string, string>][] = [
      ['register', { questionGroup: '9' }],
      ['assign', { departmentId: '0'.repeat(24) }],
      ['accept', {}],
      ['decline', { reasonCode: 'not-ours' }],
      ['draft', { 'answer.text': text, 'answer.result': 'resolved', 'answer.appealRoute': 'до міського голови' }],
      ['answer', { 'signature.fileId': '5'.padStart(24, '0') }],
      ['answer', { 'signature.isOral': 'true' }],
      ['publish', { 'publication.state': 'public', 'publication.text': text }],
      ['hide', { reasonCode: 'safety' }],
      ['report', { 'inspection.on': '2026-03-03', 'inspection.notes': 'Яму видно з тротуару.' }],
      ['extend', { 'extension.until': '2026-04-10', 'extension.reason': 'Чекаємо на висновок.' }],
      ['ask', { inquiry: 'Назвіть, будь ласка, номер будинку.' }],
      ['interim', { interim: 'Роботи почнуться після огляду комісією.' }],
      ['postpone', { 'promise.until': '2026-06-01', 'promise.reason': 'Підрядник не встигає.' }],
      ['forward', { 'forwarding.to': 'Одеська обласна державна адміністрація', 'forwarding.explanation': '' }],
      ['return', { 'returning.ground': 'formal', 'returning.explanation': 'Вкажіть прізвище та адресу.' }],
      [
        'terminate',
        {
          'termination.ground': 'repeat',
          'termination.decision.number': '17-р',
          'termination.decision.on': '2026-03-03',
          'termination.explanation': 'Перше звернення вирішено по суті.',
        },
      ],
      ['withdraw', { explanation: 'Заява заявника від 3 березня.' }],
      ['merge', { primaryNumber: '2600 123 452' }],
      [
        'split',
        { 'part.text': 'Окремо про освітлення.', 'part.categoryCode': 'street-light', 'part.questionGroup': '9' },
      ],
      ['reclassify', { 'reclassification.questionGroup': '9', 'reclassification.recurrence': '2.2' }],
      ['transfer', { explanation: 'Потрібне рішення в адміністративній справі.' }],
      ['control', { 'control.kind': 'special' }],
    ];
    for (const [verb, values] of complete) assert.ok(sent(verb, values).success, verb);
  });
  it('send how to contest with a refusal alone', () => {
    const values = { 'answer.text': 'Ні.', 'answer.appealRoute': 'До міського голови або до суду.' };
    assert.equal(inputFrom('draft', { ...values, 'answer.result': 'resolved' }).answer?.appealRoute, undefined);
    assert.ok(inputFrom('draft', { ...values, 'answer.result': 'refused' }).answer?.appealRoute);
  });
  it('leave empty fields out, so that the server names them', () => {
    for (const verb of ['register', 'assign', 'decline'] as const) assert.deepEqual(inputFrom(verb, {}), {});
    assert.deepEqual(inputFrom('answer', {}), { signature: {} });
    const read = sent('draft', { 'answer.text': '' });
    assert.deepEqual(read.error?.issues.map(({ path }) => path.join('.')).sort(), ['answer.result', 'answer.text']);
  });
});
