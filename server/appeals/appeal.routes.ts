import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { caseById, giveFeedback, joinCase, moveOwnCase } from '#server/register/index.ts';
import * as contract from '#shared/contract/appeals.ts';
import { presentFiled } from './appeal.presenter.ts';
import { appealFor, appealsOf } from './appeal.queries.ts';
import { fileAppeal } from './commands/file-appeal.ts';
import { checkFiling } from './filing.check.ts';
import { checkReceipt } from './receipt.check.ts';

/** Appeals over HTTP; all that a case of any regime can do is on the register's routes. */
export const appealRoutes = Router();

mount(
  appealRoutes,
  contract.fileAppeal,
  async ({ actor, body, headers }) => {
    const appeal = await fileAppeal(actor, body, { channel: 'api', idempotencyKey: headers['idempotency-key'] });
    return reply(201, presentFiled(appeal), `/api/v1/appeals/${appeal._id}`);
  },
  checkFiling,
);
mount(
  appealRoutes,
  contract.enterAppeal,
  async ({ actor, body: { channel, received, ...draft }, headers }) => {
    const appeal = await fileAppeal(actor, draft, { channel, received, idempotencyKey: headers['idempotency-key'] });
    return reply(201, presentFiled(appeal), `/api/v1/register/${appeal._id}`);
  },
  (body) => [...checkFiling(body), ...checkReceipt(body)],
);
mount(appealRoutes, contract.joinAppeal, async ({ body, headers, params }) => {
  const idempotencyKey = headers['idempotency-key'];
  const { found, accessCode } = await joinCase(params.id, body, { idempotencyKey });
  const { _id, number, dueOn } = found;
  return reply(201, { id: String(_id), number, accessCode, dueOn }, `/api/v1/appeals/${_id}`);
});
mount(appealRoutes, contract.readAppeal, async ({ actor, params }) =>
  reply(200, await appealFor(actor, await caseById(params.id))),
);
mount(appealRoutes, contract.myAppeals, async ({ actor }) => reply(200, { items: await appealsOf(actor), next: null }));
mount(appealRoutes, contract.confirmAppeal, async ({ actor, params: { id: caseId } }) =>
  reply(200, await appealFor(actor, await giveFeedback(actor, { caseId, verdict: 'resolved', reason: null }))),
);
mount(appealRoutes, contract.disputeAppeal, async ({ actor, params: { id: caseId }, body: { reason } }) =>
  reply(200, await appealFor(actor, await giveFeedback(actor, { caseId, verdict: 'not_resolved', reason }))),
);
mount(appealRoutes, contract.withdrawAppeal, async ({ actor, params: { id: caseId }, body: { explanation } }) =>
  reply(200, await appealFor(actor, await moveOwnCase(actor, { caseId, verb: 'withdraw', explanation }))),
);
mount(appealRoutes, contract.replyToCity, async ({ actor, params: { id: caseId }, body }) =>
  reply(200, await appealFor(actor, await moveOwnCase(actor, { caseId, verb: 'reply', ...body }))),
);
