import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import * as money from '#shared/contract/message-budget.ts';
import { readMessageStatistics } from '#shared/contract/message-statistics.ts';
import * as contract from '#shared/contract/messages.ts';
import { moneyNow } from './budget/money.view.ts';
import { resendMessage } from './commands/resend-message.ts';
import { putBudget, putPrice } from './commands/set-money.ts';
import { admitMessageReader } from './message.policy.ts';
import { messageYear } from './message-statistics.queries.ts';
import { messageHealth, wrongMessages } from './messages.queries.ts';

/** Messages for whoever looks after them: how they fare, those that went wrong, and their money. */
export const messageRoutes = Router();

mount(messageRoutes, contract.readMessageHealth, async ({ actor }) => {
  admitMessageReader(actor);
  return reply(200, await messageHealth());
});
mount(messageRoutes, contract.listWrongMessages, async ({ actor, query }) => {
  admitMessageReader(actor);
  return reply(200, await wrongMessages(query));
});
mount(messageRoutes, contract.resendMessage, async ({ actor, params: { id }, body: { reason } }) => {
  const { _id, round } = await resendMessage(actor, id, reason);
  return reply(201, { id: String(_id), round });
});

mount(messageRoutes, money.readMoney, async ({ actor }) => {
  admitMessageReader(actor);
  return reply(200, await moneyNow());
});
mount(messageRoutes, money.setBudget, async ({ actor, body }) => {
  await putBudget(actor, body);
  return reply(200, await moneyNow());
});
mount(messageRoutes, money.setPrice, async ({ actor, body }) => {
  await putPrice(actor, body);
  return reply(200, await moneyNow());
});

mount(messageRoutes, readMessageStatistics, async ({ query: { year } }) => reply(200, await messageYear(year)));
