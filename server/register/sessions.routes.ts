import { Router } from 'express';
import { callerOf } from '#server/http/caller.ts';
import { mount, reply } from '#server/http/endpoint.ts';
import { type OpenedSession, signInStaff } from '#server/identity/index.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/identity.ts';
import { openCase } from './commands/open-case.ts';
import { signInWithCode } from './commands/prove-contact.ts';

const opened = ({ token, kind, expiresAt }: OpenedSession) => ({ token, kind, expiresAt: expiresAt.toISOString() });

/** Opening a session over HTTP, by any of the three keys. */
export const sessionRoutes = Router();

mount(sessionRoutes, contract.openSession, async ({ actor, body, req }) => {
  if ('codeId' in body) return reply(201, opened(await signInWithCode(body)));
  if ('login' in body) {
    const come = await signInStaff(body, callerOf(req));
    if ('ticket' in come) throw new Problem('sign-in.code-needed');
    return reply(201, opened(come.session));
  }
  return reply(201, opened(await openCase(actor, body)));
});
