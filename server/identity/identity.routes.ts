import { Router } from 'express';
import { tokenOf } from '#server/http/actor.ts';
import { networkOf } from '#server/http/caller.ts';
import { mount, reply } from '#server/http/endpoint.ts';
import { holds } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/identity.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import { type RequestedCode, requestEmailCode, requestPhoneCode } from './commands/request-code.ts';
import { endSessionOf } from './sessions.ts';

/** Codes and sessions over HTTP; opening a session is on the register's routes, for it opens cases too. */
export const identityRoutes = Router();

const presentCode = ({ codeId, expiresAt, resendAt }: RequestedCode) => ({
  codeId,
  expiresAt: expiresAt.toISOString(),
  resendAt: resendAt.toISOString(),
});
mount(identityRoutes, contract.requestPhoneCode, async ({ body, req }) =>
  reply(202, presentCode(await requestPhoneCode(body.phone, networkOf(req)))),
);
mount(identityRoutes, contract.requestEmailCode, async ({ body, req }) =>
  reply(202, presentCode(await requestEmailCode(body.email, networkOf(req)))),
);
mount(identityRoutes, contract.whoAmI, async ({ actor }) => {
  if (!actor || actor.kind === 'system') throw new Problem('sign-in.required');
  const { kind, name = null, post = null, departmentId = null, standsInFor = [] } = actor;
  return reply(200, {
    kind,
    name,
    post,
    departmentId,
    permissions: PERMISSIONS.filter((one) => holds(actor, one)),
    standsInFor: standsInFor.map(({ name: whom, to, permissions }) => ({
      name: whom,
      to,
      permissions: [...permissions],
    })),
  });
});
mount(identityRoutes, contract.closeSession, async ({ req }) => {
  const token = tokenOf(req);
  if (token) await endSessionOf(token);
  return reply(200, { isSignedOut: true });
});
