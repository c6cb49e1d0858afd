import assert from 'node:assert/strict';
import { type Petition, signPetition } from '#server/petitions/index.ts';
import { RemovalModel } from '#server/petitions/signature.model.ts';
import { setClock } from '../../support/clock.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { plain } from '../../support/petition-pages.ts';
import { aPublished, aSigner, sealAll } from '../../support/petitions.ts';
import { useSite } from '../../support/site.ts';

describe('pages: those who signed a petition', () => {
  const site = useSite();
  let browser: ReturnType<typeof aBrowser>;
  before(() => {
    browser = aBrowser(site);
  });
  beforeEach(() => setClock('2026-03-03T08:00:00Z'));
  const page = async (petition: Pick<Petition, 'number'>, below = ''): Promise<string> =>
    plain((await browser.get(`/petitions/${petition.number}${below}`).expect(200)).text);

  it('are told with date and time, and who counts no longer without a name', async () => {
    const petition = await aPublished();
    const { signature } = await signPetition(petition, { ...aSigner(1), firstName: 'Забутий' });
    await signPetition(petition, aSigner(2, 'sms'));
    await sealAll();
    const { _id: signatureId, petitionId } = signature;
    await RemovalModel.create({
      petitionId,
      signatureId,
      reason: 'withdrawn',
      at: new Date(),
      byId: null,
      window: null,
    });
    await sealAll();
    const text = await page(petition, '/signers');
    assert.match(text, /підпис не враховано.*Підписант Номер2.*3 березня 2026, 10:00.*код SMS/s);
    assert.doesNotMatch(text, /Забутий/);
    assert.match(text, /name="robots" content="noindex"/);
  });
  it('are shown a hundred a page', async () => {
    const petition = await aPublished();
    await Promise.all(Array.from({ length: 130 }, (_, i) => signPetition(petition, aSigner(i))));
    await sealAll();
    assert.equal([...(await page(petition, '/signers')).matchAll(/<tr>/g)].length, 101);
    const second = await page(petition, '/signers?page=2');
    assert.equal([...second.matchAll(/<tr>/g)].length, 31);
    assert.match(second, /href="\/petitions\/\d+\/signers" rel="prev".*Сторінка 2 із 2/s);
    for (const odd of ['3', '0', '-1', 'x', '1e9']) await page(petition, `/signers?page=${odd}`);
  });
  it('are none at first, and it is said so', async () =>
    assert.match(await page(await aPublished(), '/signers'), /Підписів ще немає/));
});
