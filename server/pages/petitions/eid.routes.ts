import { Router } from 'express';
import { beginEid, type EidSettings, finishEid, isEidOffered } from '#server/identity/index.ts';
import { petitionNumberIn } from '#server/petitions/index.ts';
import type { Config } from '#server/platform/config.ts';
import { Problem } from '#server/platform/problem.ts';
import { getPage, type PageRequest, postPage } from '../visit.routes.ts';
import { eidGoingPage } from './eid.page.tsx';
import { type EidWhy, type Errand, identifiedUnder, refuseErrand } from './eid-errand.ts';
import { signErrand, signProved } from './eid-sign.ts';
import { type EidErrand, endTry, keepTry, newTry, secretsOf, tryIn } from './eid-try.ts';
import { showWithdraw, withdrawErrand, withdrawProved } from './eid-withdraw.ts';
import { newsOfPetitionPages } from './news.routes.ts';
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

const ERRANDS: Readonly<Record<EidErrand, Errand>> = { sign: signErrand, withdraw: withdrawErrand };

const begin =
  (errand: EidErrand) =>
  async (request: PageRequest): Promise<void> => {
    const { visit, req, res, params } = request;
    const petition = await identifiedUnder(petitionNumberIn(params.number));
    const { number } = petition;
    const refuse = (why: EidWhy): void => refuseErrand(request, { visit, why, number, errand });
    if (!ERRANDS[errand].isOpen(petition)) return refuse('closed');
    const one = newTry(errand, number, visit.lang);
    const begun = await beginEid(one.state, visit.lang);
    if (!begun) return refuse('away');
    keepTry(req, res, one, begun.secrets);
    // Not by a redirect: to a form's own the policy `form-action` applies, on every origin that the provider leads through.
    res.set('refresh', `0;url=${begun.address.href}`);
    request.show(eidGoingPage(visit, begun.address, errand));
  };

async function comeBack(request: PageRequest): Promise<void> {
  const { req, res } = request;
  if (!isEidOffered()) throw new Problem('not-found');
  const one = tryIn(request.query('state'));
  if (!one) {
    const visit = { ...request.visit, path: '/petitions' };
    return refuseErrand(request, { visit, why: 'stale', number: null, errand: 'sign' });
  }
  const { state, errand, number, lang } = one;
  // The other language of this page is where the errand begins: an answer of the provider can be used once.
  const visit = { ...request.visit, lang, path: `/petitions/${number}/${errand}` };
  const refuse = (why: EidWhy): void => refuseErrand(request, { visit, why, number, errand });
  const secrets = secretsOf(req, one);
  if (!secrets) return refuse('stale');
  const petition = await identifiedUnder(number);
  if (!ERRANDS[errand].isOpen(petition)) return refuse('closed');
  const query = req.originalUrl.slice(req.originalUrl.indexOf('?') + 1);
  const { person, refusal } = await finishEid(query, state, secrets);
  if (refusal !== 'away') endTry(res, one); // else the same answer can be brought again, by a reload
  if (!person) return refuse(refusal);
  await ERRANDS[errand].meet(request, { visit, petition, person });
}

/**
 * Signing a petition by electronic identification, taking such a signature back, and news for those who signed so: to the provider,
 * back from it, and by a button of our own the deed.
 */
export function eidPages(): Router {
  const router = Router();
  signingPost(router, '/petitions/:number/eid', begin('sign'));
  postPage(router, '/petitions/:number/eid/withdraw', begin('withdraw'));
  getPage(router, CALLBACK, comeBack);
  signingPost(router, '/petitions/:number/eid/sign', signProved);
  postPage(router, '/petitions/:number/eid/withdrawal', withdrawProved);
  getPage(router, '/petitions/:number/withdraw', showWithdraw);
  newsOfPetitionPages(router);
  return router;
}
