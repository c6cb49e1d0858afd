import { Router } from 'express';
import { appealFor } from '#server/appeals/index.ts';
import { deliveriesOf } from '#server/notifications/index.ts';
import { overduePack } from '#server/papers/index.ts';
import { today } from '#server/platform/clock.ts';
import { authorize } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { applicantOf, caseByNumber, casePolicy } from '#server/register/index.ts';
import { fill } from '#shared/texts/fill.ts';
import { overduePack as words } from '#shared/texts/uk/overdue-pack.ts';
import { categoryName } from './case.names.ts';
import { numberIn } from './case-access.ts';
import { TEXTS } from './texts.ts';
import { getPage, type PageRequest } from './visit.routes.ts';

/** The papers of one late case, for its applicant alone; 404 to anybody else, and while the date has not passed. */
async function papersFor(request: PageRequest): Promise<{ number: string; file: Buffer }> {
  const found = await caseByNumber(numberIn(request.params));
  const actor = await request.actor();
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'case.applicant', found);
  const view = await appealFor(actor, found);
  const applicant = await applicantOf(found._id);
  if (!view.isOverdue || !view.dueOn || !applicant) throw new Problem('not-found');
  const { number, receivedAt, dueOn, department, steps, categoryCode, kind } = view;
  const { name, residence, phone, email, landline, postal } = applicant;
  const contact = [email, phone, landline, postal].find(Boolean) ?? residence;
  const file = await overduePack({
    number,
    receivedAt,
    dueOn,
    today: today(),
    kind: kind ? TEXTS.uk.cases.kinds[kind] : '',
    category: categoryName(categoryCode, 'uk'),
    department,
    steps,
    messages: await deliveriesOf({ kind: 'case', id: view.id }),
    applicant: { name, residence, contact },
  });
  return { number, file };
}

/** «Готові папери для оскарження», as a file. */
export function overduePages(): Router {
  const router = Router();
  getPage(router, '/appeals/:number/overdue.pdf', async (request) => {
    const { number, file } = await papersFor(request);
    request.res.set('cache-control', 'no-store').attachment(fill(words.file, { number })).type('pdf').send(file);
  });
  return router;
}
