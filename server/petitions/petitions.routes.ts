import { Router } from 'express';
import { letAnySiteRead } from '#server/http/any-site.ts';
import { networkOf } from '#server/http/caller.ts';
import { mount, reply } from '#server/http/endpoint.ts';
import { checkCode } from '#server/identity/index.ts';
import { Problem } from '#server/platform/problem.ts';
import { reviseOwnPetition, withdrawOwnPetition } from '#shared/contract/own-petition.ts';
import * as contract from '#shared/contract/petitions.ts';
import { rangeOf } from '#shared/domain/code-limits.ts';
import { confirmPetition } from './commands/confirm-petition.ts';
import { moveOwnPetition } from './commands/move-with-card.ts';
import { holdOpen, keysOfPhone, signPetition } from './commands/sign-petition.ts';
import { type CodeOnItsWay, sendAuthorCode, writePetition } from './commands/write-petition.ts';
import { appealOfPetition } from './petition.appeal.ts';
import { petitionAtHand } from './petition.cache.ts';
import type { Petition } from './petition.model.ts';
import { isPublicPetition } from './petition.policy.ts';
import { presentOwnPetition, presentPetition } from './petition.presenter.ts';
import { PETITIONS_A_PAGE, petitionByNumber, publishedPetitions } from './petitions.queries.ts';
import { presentReceipt, proofOf } from './signature.receipt.ts';
import { SIGNERS_A_PAGE, signersOf } from './signers.queries.ts';
import { readProof, writeProof } from './signing-proof.ts';

/** Petitions over HTTP, for everybody; the desk has routes of its own. */
export const petitionRoutes = Router();
// What everybody may read of petitions, pages of other sites may read too.
petitionRoutes.use('/api/v1/petitions', (req, res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') letAnySiteRead(res);
  next();
});

const presentCode = ({ id, expiresAt, resendAt }: CodeOnItsWay) => ({
  id,
  expiresAt: expiresAt.toISOString(),
  resendAt: resendAt.toISOString(),
});
/** The petition of that number that everybody sees; else 404. */
async function published(
  number: string,
  find: (number: number) => Promise<Petition | null> = petitionByNumber,
): Promise<Petition> {
  const found = await find(Number(number));
  if (!found || !isPublicPetition(found)) throw new Problem('not-found');
  return found;
}
/** The same, where its signatures are given here: one that an association collected has no list of ours. */
async function signedHere(number: string): Promise<Petition> {
  const found = await published(number);
  if (found.collectedBy) throw new Problem('not-found');
  return found;
}
const pages = (total: number, perPage: number): number => Math.max(1, Math.ceil(total / perPage));

mount(petitionRoutes, contract.writePetition, async ({ body, headers, req }) => {
  const { _id } = await writePetition(body, headers['idempotency-key']);
  return reply(201, presentCode(await sendAuthorCode(String(_id), networkOf(req))));
});
mount(petitionRoutes, contract.sendPetitionCode, async ({ params, req }) =>
  reply(202, presentCode(await sendAuthorCode(params.id, networkOf(req)))),
);
mount(petitionRoutes, contract.confirmPetition, async ({ params, body }) =>
  reply(200, presentOwnPetition(await confirmPetition(params.id, body.code, body.phoneCode))),
);
mount(petitionRoutes, reviseOwnPetition, async ({ actor, params, body: { expectedVersion, ...revision } }) =>
  reply(200, await moveOwnPetition(actor, { petitionId: params.id, verb: 'revise', expectedVersion, revision })),
);
mount(petitionRoutes, withdrawOwnPetition, async ({ actor, params, body }) =>
  reply(200, await moveOwnPetition(actor, { petitionId: params.id, verb: 'withdraw', ...body })),
);
mount(petitionRoutes, contract.listPetitions, async ({ query }) => {
  const { items, total } = await publishedPetitions(query);
  return reply(200, {
    items: items.map(presentPetition),
    total,
    page: query.page,
    pages: pages(total, PETITIONS_A_PAGE),
  });
});
mount(petitionRoutes, contract.readPetition, async ({ params }) => {
  const found = await published(params.number);
  return reply(200, { ...presentPetition(found), appeal: await appealOfPetition(found) });
});
mount(petitionRoutes, contract.listSigners, async ({ params, query: { page } }) => {
  const { items, total } = await signersOf(await signedHere(params.number), page);
  return reply(200, { items, total, page, pages: pages(total, SIGNERS_A_PAGE) });
});
mount(petitionRoutes, contract.proveSigner, async ({ params, body: { codeId, code } }) => {
  const petition = await published(params.number, petitionAtHand);
  holdOpen(petition, 'sms');
  const { kind, value } = await checkCode(codeId, code);
  if (kind !== 'phone')
    throw new Problem('fields.invalid', { errors: [{ in: 'body', path: 'code', code: 'code.wrong' }] });
  const signer = { method: 'sms' as const, ...keysOfPhone(value, rangeOf(value)) };
  return reply(201, { proof: writeProof(Number(params.number), signer) });
});
mount(petitionRoutes, contract.signPetition, async ({ params, body, req }) => {
  const petition = await published(params.number, petitionAtHand);
  const { proof, isEntitled: _, ...names } = body;
  const signer = { ...names, ...readProof(Number(params.number), proof), cameFrom: networkOf(req) };
  const { signature, isNew } = await signPetition(petition, signer);
  return reply(isNew ? 201 : 200, presentReceipt(Number(params.number), signature, isNew));
});
mount(petitionRoutes, contract.readSignatureProof, async ({ params }) =>
  reply(200, await proofOf(await signedHere(params.number), params.leaf)),
);
