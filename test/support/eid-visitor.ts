import assert from 'node:assert/strict';
import type { Response } from 'supertest';
import type { Petition } from '#server/petitions/index.ts';
import { type EidProvider, useEidProvider } from './eid-provider.ts';
import { aBrowser } from './pages.client.ts';
import { type Site, useSite } from './site.ts';

/** An answer of the site to somebody who identifies themselves. */
export type Identified = Response;
type Form = Readonly<Record<string, string>>;

/** Somebody with a browser without a screen, who signs a petition by electronic identification. */
function aVisitor(site: Site, provider: EidProvider) {
  const browser = aBrowser(site);
  const visitor = {
    /** Opens an address of the site, whole or as a path. */
    get: (address: string): Promise<Identified> => browser.get(address.replace(site.origin, '')).then((one) => one),
    /** Presses the button that begins; `errand` is the end of its address. */
    begin: ({ number }: Petition, language = '', errand = ''): Promise<Identified> =>
      browser.post(`${language}/petitions/${number}/eid${errand}`).then((one) => one),
    /** Where the page sends the browser. */
    sentTo(begun: Identified): URL {
      const [, address = ''] = /^0;url=(.+)$/.exec(String(begun.headers.refresh)) ?? [];
      assert.ok(begun.text.includes(`href="${address.replaceAll('&', '&amp;')}"`), 'the same without the header');
      return new URL(address);
    },
    /** Says at the provider who they are, null for nobody; answers where that sends the browser. */
    identify: (begun: Identified, account: string | null): Promise<string> =>
      provider.identify(visitor.sentTo(begun).href, account),
    /** The page to which they come back. */
    comeBack: async (petition: Petition, account: string | null, errand = ''): Promise<Identified> =>
      visitor.get(await visitor.identify(await visitor.begin(petition, '', errand), account)),
    proofOn: ({ text }: Identified): string => /name="proof" value="([^"]+)"/.exec(text)?.[1] ?? '',
    /** Sends a form of a petition's page to the address that ends so. */
    send: ({ number }: Petition, end: string, form: Form): Promise<Identified> =>
      browser.post(`/petitions/${number}/${end}`, form).then((one) => one),
    /** Presses the button that signs, with the tick set unless said otherwise. */
    sign({ number }: Petition, page: Identified, form: Form = { isEntitled: 'true' }): Promise<Identified> {
      const language = page.text.includes('<html lang="en">') ? '/en' : '';
      const filled = { proof: visitor.proofOn(page), ...form };
      return browser.post(`${language}/petitions/${number}/eid/sign`, filled).then((one) => one);
    },
    /** All of it. */
    signAs: async (petition: Petition, account: string): Promise<Identified> =>
      visitor.sign(petition, await visitor.comeBack(petition, account)),
  };
  return visitor;
}

/** The public site with a provider of electronic identification, and whoever signs there. */
export interface IdentifiedSite<Own extends Site = Site> {
  site: Own;
  provider: () => EidProvider;
  visitor: () => ReturnType<typeof aVisitor>;
}
/** Gives both to the tests of one `describe`. */
export const useIdentified = (): IdentifiedSite => useIdentifiedAt(useSite);
/** The same with a site of another kind. */
export function useIdentifiedAt<Own extends Site>(
  use: (more: NonNullable<Parameters<typeof useSite>[0]>) => Own,
): IdentifiedSite<Own> {
  const provider = useEidProvider();
  const site = use(() => provider().settings);
  before(() => provider().serve(`${site.origin}/petitions/eid/callback`));
  return { site, provider, visitor: () => aVisitor(site, provider()) };
}
