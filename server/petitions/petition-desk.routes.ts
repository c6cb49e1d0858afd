import { Router } from 'express';
import { mount, reply } from '#server/http/endpoint.ts';
import { Problem } from '#server/platform/problem.ts';
import { changePetitionCharter, readPetitionCharter } from '#shared/contract/petition-charter.ts';
import * as contract from '#shared/contract/petition-desk.ts';
import * as signatures from '#shared/contract/petition-signatures.ts';
import { charterEditions } from './charter.editions.ts';
import { changeCharter } from './commands/change-charter.ts';
import { enterForwarded } from './commands/enter-forwarded.ts';
import { movePetitionAtDesk } from './commands/move-with-card.ts';
import { releaseSignatures } from './commands/release-signatures.ts';
import { removeSignatures } from './commands/remove-signatures.ts';
import { presentDeskPetition } from './desk.card.ts';
import { petitionQueue } from './desk.queries.ts';
import { checkForwarded } from './forwarded.check.ts';
import { petitionAtDesk, petitionToCheck } from './petition.check.ts';
import { isPetitionStaff } from './petition.policy.ts';
import { anomaliesOf, heldGroups } from './signature.sources.ts';

/** Petitions over HTTP, for staff: says which command or query answers which endpoint, and nothing else. */
export const petitionDeskRoutes = Router();

mount(petitionDeskRoutes, contract.listDeskPetitions, async ({ actor, query: { queue, page } }) => {
  if (!isPetitionStaff(actor)) throw new Problem('not-allowed');
  const { items, counts } = await petitionQueue(queue, page);
  const total = counts[queue];
  const pages = Math.max(1, Math.ceil(total / contract.DESK_PETITIONS_A_PAGE));
  return reply(200, { items, total, page, pages, counts });
});
mount(
  petitionDeskRoutes,
  contract.enterForwarded,
  async ({ actor, body, headers }) => {
    const entered = await enterForwarded(actor, body, headers['idempotency-key']);
    return reply(201, await presentDeskPetition(entered, actor), `/api/v1/desk/petitions/${entered._id}`);
  },
  checkForwarded,
);
mount(petitionDeskRoutes, contract.readDeskPetition, async ({ actor, params }) =>
  reply(200, await presentDeskPetition(await petitionAtDesk(actor, params.id), actor)),
);
mount(petitionDeskRoutes, contract.moveDeskPetition, async ({ actor, params: { id, verb }, body }) =>
  reply(200, await movePetitionAtDesk(actor, { petitionId: id, verb, ...body })),
);

mount(petitionDeskRoutes, signatures.listHeldSignatures, async ({ actor, params, query: { page } }) => {
  const { petition } = await petitionToCheck(actor, params.id);
  return reply(200, { ...(await heldGroups(petition, page)), page });
});
mount(petitionDeskRoutes, signatures.readAnomalies, async ({ actor, params }) => {
  const { petition } = await petitionToCheck(actor, params.id);
  return reply(200, await anomaliesOf(petition));
});
mount(petitionDeskRoutes, signatures.releaseSignatures, async ({ actor, params, body: { group } }) =>
  reply(200, { released: await releaseSignatures(actor, params.id, group) }),
);
mount(petitionDeskRoutes, signatures.removeSignatures, async ({ actor, params, body }) =>
  reply(200, { count: await removeSignatures(actor, params.id, body), isTrial: body.isTrial }),
);

mount(petitionDeskRoutes, readPetitionCharter, async () => reply(200, await charterEditions()));
mount(petitionDeskRoutes, changePetitionCharter, async ({ actor, body }) => {
  await changeCharter(actor, body);
  return reply(201, await charterEditions());
});
