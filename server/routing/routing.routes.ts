import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { authorize } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseById, casePolicy } from '#server/register/index.ts';
import * as contract from '#shared/contract/routing.ts';
import { orderRules } from './commands/order-rules.ts';
import { putRule } from './commands/put-rule.ts';
import { removeRule } from './commands/remove-rule.ts';
import { switchRule } from './commands/switch-rule.ts';
import { lastChanges, routingOf } from './routing.queries.ts';
import { type RoutingSet, routingSet } from './routing-rule.model.ts';
import { tryRule } from './trial.queries.ts';

/** Routing rules over HTTP: says which command or query answers which endpoint, and nothing else. */
export const routingRoutes = Router();

const present = ({ version, rules }: RoutingSet): contract.RuleSet => ({
  version,
  rules: rules.map((rule) => ({ ...rule, words: [...rule.words] })),
});
mount(routingRoutes, contract.listRules, async () => {
  const set = await routingSet();
  return reply(200, { ...present(set), changes: await lastChanges(set.rules) });
});
mount(routingRoutes, contract.putRule, async ({ actor, body }) => reply(200, present(await putRule(actor, body))));
mount(routingRoutes, contract.orderRules, async ({ actor, body }) =>
  reply(200, present(await orderRules(actor, body))),
);
mount(routingRoutes, contract.switchRule, async ({ actor, params, body }) =>
  reply(200, present(await switchRule(actor, { ...params, ...body }))),
);
mount(routingRoutes, contract.removeRule, async ({ actor, params, body }) =>
  reply(200, present(await removeRule(actor, { ...params, ...body }))),
);
mount(routingRoutes, contract.tryRule, async ({ actor, body }) => reply(200, await tryRule(actor, body)));
mount(routingRoutes, contract.readRouting, async ({ actor, params }) => {
  const found = await caseById(params.id);
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'read', found);
  return reply(200, await routingOf(found));
});
