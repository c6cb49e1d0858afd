import { Router } from 'express';
import { networkOf } from '#server/http/caller.ts';
import { beginEid, type EidRefusal, type EidSettings, finishEid, isEidOffered } from '#server/identity/index.ts';
import { fullName } from '#server/people/index.ts';
import {
  charterOf,
  holdOpen,
  isPublicPetition,
  type Petition,
  petitionByNumber,
  petitionNumberIn,
  presentReceipt,
  provedByEid,
  readProof,
  type SignerName,
  signPetition,
  writeProof,
} from '#server/petitions/index.ts';
import type { Config } from '#server/platform/config.ts';
import { Problem } from '#server/platform/problem.ts';
import type { Visit } from '../frame.ts';
import { TEXTS } from '../texts.ts';
import { getPage, type PageRequest } from '../visit.routes.ts';
import { eidConfirmPage, eidGoingPage, eidRefusedPage, eidSignedPage } from './eid.page.tsx';
import { endTry, keepTry, newTry, secretsOf, tryIn } from './eid-try.ts';
import { signingPost } from './waiting.routes.ts';

/** Where the provider sends people back to; registered with it, so it has no petition and no language in it. */
const CALLBACK = '/petitions/eid/callback';

/** The provider that the settings name; null where they name none. */
export function eidBy({
  EID_ISSUER: issuer,
  EID_CLIENT_ID: clientId,
  EID_CLIENT_SECRET: clientSecret,
  PUBLIC_URL: publicUrl,
}: Partial<Config> & Pick<Config, 'PUBLIC_URL'>): EidSettings | null {
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, redirectUri: publicUrl + CALLBACK };
}

/** A petition that everybody sees, by the number that it has. */
type Signed = Petition & { number: number };
type Why = EidRefusal | 'closed';
const STATUS: Readonly<Record<Why, number>> = {
  denied: 403,
  stale: 400,
  unproved: 400,
  incomplete: 422,
  away: 503,
  closed: 409,
};
const refuse = (request: PageRequest, visit: Visit, why: Why, number: number | null): void =>
  request.show(eidRefusedPage(visit, { why, number }), STATUS[why]);

/** The petition of that number that everybody sees; else 404, as where the city has no provider. */
async function published(number: number | null): Promise<Signed> {
  const found = isEidOffered() && number !== null ? await petitionByNumber(number) : null;
  if (!found || found.number === null || !isPublicPetition(found)) throw new Problem('not-found');
  return { ...found, number: found.number };
}
/** Whether it is signed now by electronic identification. */
function isOpen(petition: Petition): boolean {
  try {
    holdOpen(petition, 'eid');
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
/** What the last page before the signature shows. */
const confirming = ({ number, title, charterVersion }: Signed, name: SignerName, proof: string) => ({
  petition: { number, title },
  name: fullName(name),
  proof,
  scope: charterOf(charterVersion).signerScope,
});

async function begin(request: PageRequest): Promise<void> {
  const { visit, req, res, params } = request;
  const petition = await published(petitionNumberIn(params.number));
  if (!isOpen(petition)) return refuse(request, visit, 'closed', petition.number);
  const one = newTry(petition.number, visit.lang);
  const begun = await beginEid(one.state, visit.lang);
  if (!begun) return refuse(request, visit, 'away', petition.number);
  keepTry(req, res, one, begun.secrets);
  // Not by a redirect: to a form's own the policy `form-action` applies, on every origin that the provider leads through.
  res.set('refresh', `0;url=${begun.address.href}`);
  request.show(eidGoingPage(visit, begun.address));
}

async function comeBack(request: PageRequest): Promise<void> {
  const { req, res } = request;
  if (!isEidOffered()) throw new Problem('not-found');
  const one = tryIn(request.query('state'));
  if (!one) return refuse(request, { ...request.visit, path: '/petitions' }, 'stale', null);
  const { state, number, lang } = one;
  // The other language of this page is where signing begins: an answer of the provider can be used once.
  const visit = { ...request.visit, lang, path: `/petitions/${number}/sign` };
  const secrets = secretsOf(req, one);
  if (!secrets) return refuse(request, visit, 'stale', number);
  const petition = await published(number);
  if (!isOpen(petition)) return refuse(request, visit, 'closed', number);
  const query = req.originalUrl.slice(req.originalUrl.indexOf('?') + 1);
  const { person, refusal } = await finishEid(query, state, secrets);
  if (refusal !== 'away') endTry(res, one); // else the same answer can be brought again, by a reload
  if (!person) return refuse(request, visit, refusal, number);
  const proof = writeProof(number, provedByEid(person));
  request.show(eidConfirmPage(visit, confirming(petition, person, proof)));
}

async function sign(request: PageRequest): Promise<void> {
  const { visit: asked, req, params, typed } = request;
  const petition = await published(petitionNumberIn(params.number));
  const { number, title } = petition;
  const visit = { ...asked, path: `/petitions/${number}/sign` };
  const proof = typed('proof');
  const signer = provedIn(number, proof);
  if (!signer?.name) return refuse(request, visit, 'stale', number);
  if (!isOpen(petition)) return refuse(request, visit, 'closed', number);
  const { name } = signer;
  if (!typed('isEntitled')) {
    const error = TEXTS[visit.lang].problems['signer.unconfirmed'];
    return request.show(eidConfirmPage(visit, { ...confirming(petition, name, proof), error }), 422);
  }
  const { signature, isNew } = await signPetition(petition, { ...signer, ...name, cameFrom: networkOf(req) });
  const { at, leaf } = presentReceipt(number, signature, isNew);
  request.show(eidSignedPage(visit, { petition: { number, title }, name: fullName(signature), at, leaf, isNew }));
}
/** What the form proves; null for what proves nothing, or no longer. */
function provedIn(number: number, proof: string) {
  try {
    return readProof(number, proof);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Signing a petition by electronic identification: to the provider, back from it, and by a button of our own the signature. */
export function eidPages(): Router {
  const router = Router();
  signingPost(router, '/petitions/:number/eid', begin);
  getPage(router, CALLBACK, comeBack);
  signingPost(router, '/petitions/:number/eid/sign', sign);
  return router;
}
