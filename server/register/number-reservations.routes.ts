import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { Problem } from '#server/platform/problem.ts';
import * as contract from '#shared/contract/number-reservations.ts';
import { closeNumbers } from './commands/close-numbers.ts';
import { reserveNumbers } from './commands/reserve-numbers.ts';
import type { NumberReservation } from './number-reservation.model.ts';
import { presentReservations, reservationOf, reservationsPage } from './number-reservations.queries.ts';

/** Register numbers that are kept for journals on paper, over HTTP. */
export const reservationRoutes = Router();

const shown = async (row: NumberReservation) => {
  const [one] = await presentReservations([row]);
  if (!one) throw new Problem('not-found');
  return one;
};
mount(reservationRoutes, contract.listReservations, async ({ actor, query }) =>
  reply(200, await reservationsPage(actor, query)),
);
mount(reservationRoutes, contract.readReservation, async ({ actor, params }) => {
  const { reservation, numbers } = await reservationOf(actor, params.id);
  const items = numbers.map(({ _id, state, caseId, at }) => ({
    number: _id,
    state,
    caseId: caseId && String(caseId),
    at: at?.toISOString() ?? null,
  }));
  return reply(200, { ...reservation, numbers: items });
});
mount(reservationRoutes, contract.reserveNumbers, async ({ actor, body }) => {
  const made = await shown(await reserveNumbers(actor, body));
  return reply(201, made, `/api/v1/number-reservations/${made.id}`);
});
mount(reservationRoutes, contract.closeReservation, async ({ actor, params, body }) =>
  reply(200, await shown(await closeNumbers(actor, params.id, body.reason))),
);
