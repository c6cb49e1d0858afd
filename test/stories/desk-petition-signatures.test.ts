import assert from 'node:assert/strict';
import { type Petition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { SignatureModel } from '#server/petitions/signature.model.ts';
import { lookupHash } from '#server/platform/secrets.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { openPetition, pushed, screenOf } from '../support/desk-petitions.ts';
import { looksRight } from '../support/looks-right.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../support/petitions.ts';

const HOUR_MS = 3_600_000;

describe('story: the signatures of a petition at the desk', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  /** So many sign by e-identification, one every two hours until now. */
  const steadily = async (petition: Petition, count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      const { signature } = await signPetition(petition, { ...aSigner(9_000 + i), cameFrom: '198.51.0.0/24' });
      const at = new Date(signature.at.getTime() - i * 2 * HOUR_MS);
      await SignatureModel.updateOne({ _id: signature._id }, { $set: { at } });
    }
  };
  /** So many sign by SMS from numbers that lie side by side. */
  const crowd = async (petition: Petition, count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1)
      await signPetition(petition, {
        ...aSigner(i, 'sms'),
        keys: [`crowd ${petition._id} ${i}`],
        range: lookupHash('range side by side'),
        cameFrom: `203.0.${i}.0/24`,
      });
    await sealAll();
  };

  for (const width of [1280, 1920])
    it(`have their signatures checked: some let go, some struck after they were counted, at ${width} px`, async () => {
      const petition = await aPublished();
      await steadily(petition, 25);
      await crowd(petition, 75);
      const page = await office.sit('operator', screenOf(width));
      await openPetition(page, 'Збирають підписи', petition);
      await page.getByRole('heading', { name: 'Перевірка підписів' }).scrollIntoViewIfNeeded();
      const held = page.getByRole('table', { name: 'Чекають рішення' });
      await held.waitFor();
      await page.getByText('Усього за 72 години: 100, з них чекають перевірки: 15.').waitFor();
      await page.getByText('Показати таблицю').click();
      await page.getByRole('table', { name: 'Підписи за останні 72 години' }).waitFor();
      await looksRight(page, `signatures-${width}`);
      await held.getByRole('button', { name: /^Зарахувати: / }).click();
      await said(page, 'Зараховано 15 підписів.');
      await page.getByText('Жоден підпис не чекає перевірки.').waitFor();
      await sealAll();
      assert.equal((await petitionNow(petition)).tally.sms, 75);

      await page
        .getByRole('table', { name: 'Звідки найбільше: номери поруч' })
        .getByRole('button', { name: /^Вилучити: / })
        .last()
        .click();
      await pushed(page, 'Порахувати підписи', page.getByRole('dialog'));
      await page.getByRole('dialog').locator('[aria-invalid]').first().waitFor();
      await looksRight(page, `removal-${width}`);
      await page.keyboard.press('Escape');
      await page
        .getByRole('table', { name: 'Звідки найбільше: номери поруч' })
        .getByRole('button', { name: /^Вилучити: / })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByLabel('Чому ці підписи підроблені')
        .fill('Номери йдуть поспіль, підписи надходили щосекунди.');
      await page.getByRole('dialog').getByLabel('До (за Києвом)').fill('2026-03-03T09:00');
      await pushed(page, 'Порахувати підписи', page.getByRole('dialog'));
      await page.getByRole('dialog').getByText('Таких підписів немає').waitFor();
      await page.getByRole('dialog').getByLabel('До (за Києвом)').fill('');
      await pushed(page, 'Порахувати підписи', page.getByRole('dialog'));
      await page.getByRole('dialog').getByText('Буде вилучено 75 підписів.').waitFor();
      await looksRight(page, `removal-counted-${width}`);
      await pushed(page, 'Вилучити 75 підписів', page.getByRole('dialog'));
      await said(page, 'Вилучено 75 підписів.');
      await page.getByRole('heading', { name: 'Вилучені підписи' }).waitFor();
      await looksRight(page, `removed-${width}`);
      await sealAll();
      assert.deepEqual((await petitionNow(petition)).tally, { eid: 25, sms: 0, removed: 75 });
      await PetitionModel.deleteMany({});
    });
});
