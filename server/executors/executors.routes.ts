import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { staffNames } from '#server/identity/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseById } from '#server/register/index.ts';
import * as contract from '#shared/contract/executors.ts';
import { makeLink } from './commands/make-link.ts';
import { revokeLink } from './commands/revoke-link.ts';
import type { WorkLink } from './work-link.model.ts';
import { linkedCase } from './work-link.policy.ts';
import { linksOfCase, presentLink } from './work-link.presenter.ts';

/** Links for executors outside, over HTTP; their addresses come before the verbs, for they are none of them. */
export const executorRoutes = Router();

async function shown(link: WorkLink) {
  const [found, names] = await Promise.all([caseById(String(link.caseId)), staffNames([link.madeById])]);
  if (!found) throw new Problem('not-found');
  return presentLink(link, found, names);
}
mount(executorRoutes, contract.listWorkLinks, async ({ actor, params }) => {
  const { found } = await linkedCase(actor, 'read', params.id);
  return reply(200, await linksOfCase(found, actor));
});
mount(executorRoutes, contract.makeWorkLink, async ({ actor, params, body }) => {
  const { link, code } = await makeLink(actor, params.id, body);
  return reply(201, { link: await shown(link), path: `/work/${code}` });
});
mount(executorRoutes, contract.revokeWorkLink, async ({ actor, params }) =>
  reply(200, await shown(await revokeLink(actor, params.id, params.linkId))),
);
