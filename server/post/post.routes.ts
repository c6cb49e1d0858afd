import { type Response, Router } from 'express';
import * as z from 'zod/mini';
import { keepDisclosure } from '#server/accounts/index.ts';
import { actorOf } from '#server/http/actor.ts';
import { mount, reply } from '#server/http/endpoint.ts';
import { fieldErrors } from '#server/http/field-errors.ts';
import { envelopesPdf, postRegistryPdf } from '#server/papers/index.ts';
import { type Actor, authorize, inPlaceBy, type Visitor } from '#server/platform/policy.ts';
import { Problem } from '#server/platform/problem.ts';
import { caseById, casePolicy } from '#server/register/index.ts';
import { id } from '#shared/contract/fields.ts';
import * as contract from '#shared/contract/post.ts';
import { ENVELOPES, type Envelope, MOST_IN_REGISTRY } from '#shared/domain/postal.ts';
import { fill } from '#shared/texts/fill.ts';
import { papersPost as words } from '#shared/texts/uk/papers-post.ts';
import { makeRegistry, registryText } from './commands/make-registry.ts';
import { sendAgain } from './commands/send-again.ts';
import { settleCall } from './commands/settle-call.ts';
import { settleItem, trackItem } from './commands/settle-item.ts';
import { envelopesOf, registryFacts } from './post.papers.ts';
import { delivererOf } from './post.policy.ts';
import { presentCalls, presentItems, presentRegistries } from './post.presenter.ts';
import { itemsByIds, openCalls, postalItems, postOfCase, registries, registryOf } from './post.queries.ts';
import type { PostalItemRow } from './postal.model.ts';

/** What the city sends by post and says by telephone, over HTTP, and its papers as files. */
export const postRoutes = Router();

/** The one thing that a list of one has. */
const only = <T>([one]: readonly T[]): T => {
  if (!one) throw new Problem('not-found');
  return one;
};
const item = async (actor: Actor | Visitor, row: PostalItemRow): Promise<contract.PostalItem> =>
  only(await presentItems(actor, [row]));

mount(postRoutes, contract.listPostalItems, async ({ actor, query }) => reply(200, await postalItems(actor, query)));
mount(postRoutes, contract.makeRegistry, async ({ actor, body }) =>
  reply(201, only(await presentRegistries([await makeRegistry(actor, body.items)]))),
);
mount(postRoutes, contract.listRegistries, async ({ actor, query }) => reply(200, await registries(actor, query)));
mount(postRoutes, contract.readRegistry, async ({ actor, params }) => {
  const { registry, rows } = await registryOf(actor, params.id);
  return reply(200, { ...only(await presentRegistries([registry])), items: await presentItems(actor, rows) });
});
mount(postRoutes, contract.trackItem, async ({ actor, params, body }) =>
  reply(200, await item(actor, await trackItem(actor, params.id, body.trackingNumber))),
);
mount(postRoutes, contract.settleItem, async ({ actor, params, body }) =>
  reply(200, await item(actor, await settleItem(actor, params.id, body))),
);
mount(postRoutes, contract.sendAgain, async ({ actor, params }) =>
  reply(201, await item(actor, await sendAgain(actor, params.id))),
);
mount(postRoutes, contract.listCalls, async ({ actor, query }) => reply(200, await openCalls(actor, query)));
mount(postRoutes, contract.settleCall, async ({ actor, params, body }) =>
  reply(200, only(await presentCalls(actor, [await settleCall(actor, params.id, body)]))),
);
mount(postRoutes, contract.readCasePost, async ({ actor, params }) => {
  const found = await caseById(params.id);
  if (!found) throw new Problem('not-found');
  authorize(actor, casePolicy, 'desk.read', found);
  return reply(200, await postOfCase(actor, found._id));
});

/** Puts on record that names and addresses are taken away on paper, before they are. */
const keepTaken = (actor: Actor, facts: { paper: 'registry' | 'envelopes'; registry: string | null; count: number }) =>
  keepDisclosure(actor, { kind: 'mail.taken', facts, place: inPlaceBy(actor, 'answer.deliver') });
const send = (res: Response, name: string, file: Buffer): void =>
  void res.set('cache-control', 'no-store').attachment(name).type('pdf').send(file);
const malformed = (issues: Parameters<typeof fieldErrors>[1]): never => {
  throw new Problem('fields.invalid', { errors: fieldErrors('query', issues) });
};
const Size = z.object({ size: z._default(z.enum(Object.keys(ENVELOPES) as [Envelope, ...Envelope[]]), 'c5') });
const Chosen = z.extend(Size, {
  items: z.pipe(
    z.string().check(z.maxLength(MOST_IN_REGISTRY * 25)),
    z.pipe(
      z.transform((said: string) => said.split(',')),
      z.array(id()).check(z.minLength(1), z.maxLength(MOST_IN_REGISTRY)),
    ),
  ),
});
const isId = (said: unknown): said is string => id().safeParse(said).success;

postRoutes.get('/api/v1/post/registries/:id/registry.pdf', async (req, res) => {
  const actor = delivererOf(await actorOf(req));
  if (!isId(req.params.id)) throw new Problem('not-found');
  const { registry, rows } = await registryOf(actor, req.params.id);
  const number = registryText(registry);
  await keepTaken(actor, { paper: 'registry', registry: number, count: rows.length });
  const name = fill(words.registryFile, { number: number.replace('/', '-') });
  send(res, name, await postRegistryPdf(await registryFacts(registry, rows)));
});
postRoutes.get('/api/v1/post/registries/:id/envelopes.pdf', async (req, res) => {
  const actor = delivererOf(await actorOf(req));
  if (!isId(req.params.id)) throw new Problem('not-found');
  const { data, error } = Size.safeParse(req.query, { reportInput: true });
  if (error) return malformed(error.issues);
  const { registry, rows } = await registryOf(actor, req.params.id);
  const number = registryText(registry);
  await keepTaken(actor, { paper: 'envelopes', registry: number, count: rows.length });
  const name = fill(words.envelopesFile, { number: number.replace('/', '-') });
  send(res, name, await envelopesPdf(await envelopesOf(rows), data.size));
});
postRoutes.get('/api/v1/post/envelopes.pdf', async (req, res) => {
  const actor = delivererOf(await actorOf(req));
  const { data, error } = Chosen.safeParse(req.query, { reportInput: true });
  if (error) return malformed(error.issues);
  const rows = await itemsByIds(actor, data.items);
  if (rows.length === 0) throw new Problem('not-found');
  await keepTaken(actor, { paper: 'envelopes', registry: null, count: rows.length });
  send(
    res,
    fill(words.envelopesFile, { number: words.chosen }),
    await envelopesPdf(await envelopesOf(rows), data.size),
  );
});
