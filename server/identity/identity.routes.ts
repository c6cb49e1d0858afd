import { Router } from 'express';
import { tokenOf } from '#server/http/actor.ts';
import { mount, reply } from '#server/http/endpoint.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/identity.ts';
import { requestPhoneCode } from './commands/request-phone-code.ts';
import { endSessionOf } from './sessions.ts';

/** Codes and sessions over HTTP; opening a session is on the register's routes, for it opens cases too. */
export const identityRoutes = Router();

mount(identityRoutes, contract.requestPhoneCode, async ({ body }) => {
  const { codeId, expiresAt, resendAt } = await requestPhoneCode(body.phone);
  return reply(202, { codeId, expiresAt: expiresAt.toISOString(), resendAt: resendAt.toISOString() });
});
mount(identityRoutes, contract.whoAmI, async ({ actor }) => {
  if (!actor || actor.kind === 'system') throw new Problem('sign-in.required');
  const { kind, name = null, post = null, departmentId = null, permissions } = actor;
  return reply(200, { kind, name, post, departmentId, permissions: [...permissions] });
});
mount(identityRoutes, contract.closeSession, async ({ req }) => {
  const token = tokenOf(req);
  if (token) await endSessionOf(token);
  return reply(200, { isSignedOut: true });
});
