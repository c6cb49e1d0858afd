import assert from 'node:assert/strict';
import type { Letter } from '#server/notifications/index.ts';
import type { Posted } from '#workers/mail/mail.gateway.ts';
import { mailProcessor } from '#workers/mail/mail.processor.ts';

const ID = 'a'.repeat(24);
const LETTER: Letter = { to: 'a@city.example', subject: 'Тема', text: 'Текст', html: '<p>Текст', unsubscribeUrl: null };

/** One run against a ledger and a mail server that answer as they are told; `done` is what the run did to them, in order. */
const run = async (claim: Letter | 'held' | 'over', posted: Posted = { outcome: 'accepted' }, isAway = false) => {
  const done: string[] = [];
  const note = async (what: string): Promise<void> => void done.push(what);
  const process = mailProcessor(
    {
      claim: async () => claim,
      sent: () => note('sent'),
      notTaken: (_, how, cause) => note(`not taken ${how} ${cause}`),
      lost: (_, cause) => note(`lost ${cause}`),
    },
    {
      async send(id, letter) {
        await note(`handed over ${id} ${letter.to}`);
        return posted;
      },
    },
    { turn: async () => () => (isAway ? Promise.reject(new Error('redis is away')) : Promise.resolve()) },
  );
  return [await process(ID), ...done];
};
const HANDED = `handed over ${ID} a@city.example`;

describe('mail: one run of a job', () => {
  it('hands over what it was given and tells the ledger', async () => {
    assert.deepEqual(await run(LETTER), ['accepted', HANDED, 'sent']);
  });
  it('does nothing with what another attempt has or is over', async () => {
    assert.deepEqual([await run('held'), await run('over')], [['held'], ['over']]);
  });
  it('tells the ledger why nothing was taken, and where nobody knows', async () => {
    for (const [outcome, cause, told] of [
      ['refused', 'smtp-550', 'not taken refused smtp-550'],
      ['busy', 'smtp-451', 'not taken busy smtp-451'],
      ['unknown', 'no-answer', 'lost no-answer'],
    ] as const)
      assert.deepEqual(await run(LETTER, { outcome, cause }), [outcome, HANDED, told]);
  });
  it('puts back what it has and hands over nothing while nobody can say whose turn it is', async () => {
    assert.deepEqual(await run(LETTER, undefined, true), ['busy', 'not taken busy no-turn']);
  });
});
