import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { readAudit } from '#shared/contract/audit.ts';
import * as delegations from '#shared/contract/delegations.ts';
import * as contract from '#shared/contract/staff.ts';
import { accountById, allAccounts, allRoles, roleById } from './account.queries.ts';
import { auditPage } from './audit.queries.ts';
import { actOnAccount } from './commands/act-on-account.ts';
import { changeAccount } from './commands/change-account.ts';
import { changeRole } from './commands/change-role.ts';
import { createAccount } from './commands/create-account.ts';
import { createRole } from './commands/create-role.ts';
import { makeDelegation } from './commands/make-delegation.ts';
import { removeRole } from './commands/remove-role.ts';
import { revokeDelegation } from './commands/revoke-delegation.ts';
import { delegationById, latestDelegations } from './delegation.queries.ts';

/** Accounts of staff over HTTP; what people do with their own account is on pages. */
export const accountRoutes = Router();

mount(accountRoutes, contract.listStaff, async ({ actor }) =>
  reply(200, { items: await allAccounts(actor?.id ?? ''), next: null, roles: await allRoles() }),
);
mount(accountRoutes, contract.createStaff, async ({ actor, body }) => {
  const { id, password } = await createAccount(actor, body);
  return reply(201, { member: await accountById(id, actor?.id ?? ''), password });
});
mount(accountRoutes, contract.changeStaff, async ({ actor, params, body }) => {
  await changeAccount(actor, params.id, body);
  return reply(200, { member: await accountById(params.id, actor?.id ?? ''), password: null });
});
mount(accountRoutes, contract.actOnStaff, async ({ actor, params }) => {
  const password = await actOnAccount(actor, params.id, params.deed);
  return reply(200, { member: await accountById(params.id, actor?.id ?? ''), password });
});
mount(accountRoutes, contract.changeRole, async ({ actor, params, body }) => {
  await changeRole(actor, params.role, body);
  return reply(200, await roleById(params.role));
});
mount(accountRoutes, contract.createRole, async ({ actor, body }) =>
  reply(201, await roleById(await createRole(actor, body))),
);
mount(accountRoutes, contract.removeRole, async ({ actor, params }) => {
  await removeRole(actor, params.role);
  return reply(200, { isRemoved: true });
});
mount(accountRoutes, delegations.listDelegations, async () =>
  reply(200, { items: await latestDelegations(), next: null }),
);
mount(accountRoutes, delegations.makeDelegation, async ({ actor, body }) =>
  reply(201, await delegationById(await makeDelegation(actor, body))),
);
mount(accountRoutes, delegations.revokeDelegation, async ({ actor, params }) => {
  await revokeDelegation(actor, params.id);
  return reply(200, await delegationById(params.id));
});
mount(accountRoutes, readAudit, async ({ query }) => reply(200, await auditPage(query)));
