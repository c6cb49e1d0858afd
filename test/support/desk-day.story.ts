import assert from 'node:assert/strict';
import { AnswerModel } from '#server/register/answer.model.ts';
import { CaseModel } from '#server/register/case.model.ts';
import { useOffice, useStaffedSite } from './desk.ts';
import { fileOpenly } from './desk-cases.ts';
import { acceptAndReply, goToList, registerAndAssign, workThrough } from './desk-day.ts';

/** One operator's and one executor's day over so many cases, by keyboard alone. */
export const aDayAtTheDesk = ({ cases }: { cases: number }): Mocha.Suite =>
  describe(`story: a day of ${cases} cases by keyboard alone`, function stories() {
    this.timeout(60_000 + cases * 15_000);
    const site = useStaffedSite();
    const office = useOffice(site);

    it('registers, assigns, takes and answers each, with six keys a case beside the words', async () => {
      for (let i = 0; i < cases; i += 1) await fileOpenly(site);
      const operator = await office.sit('operator');
      await goToList(operator, 'Нові');
      const morning = await workThrough(operator, registerAndAssign);
      assert.deepEqual(morning, { cases, mostPresses: 6 });
      assert.equal(await CaseModel.countDocuments({ status: 'assigned' }), cases);

      const executor = await office.sit('roads');
      await goToList(executor, 'У виконавців');
      const afternoon = await workThrough(executor, acceptAndReply);
      assert.deepEqual(afternoon, { cases, mostPresses: 6 });
      assert.equal(await CaseModel.countDocuments({ status: 'answer_review' }), cases);
      const answers = await AnswerModel.find().lean();
      assert.equal(new Set(answers.map(({ caseId }) => String(caseId))).size, cases);
      assert.ok(answers.every(({ template, text }) => template?.version === 1 && text.includes('Дякуємо')));
    });
  });
