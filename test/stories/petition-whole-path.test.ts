import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import type { Page } from 'playwright-core';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { SCREENS } from '../support/browser.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { deedsOf, openPetition, pushed, screenOf } from '../support/desk-petitions.ts';
import { useIdentifiedAt } from '../support/eid-visitor.ts';
import { keepPicture, looksRight } from '../support/looks-right.ts';
import { authorCode } from '../support/petition-pages.ts';
import { idOn, signByCode, writeOne } from '../support/petition-steps.ts';
import { petitionNow, sealAll } from '../support/petitions.ts';

const REASONS = 'Кошти на перші сто дерев передбачено бюджетом цього року.';

describe('story: a petition from its first word to the answer', function stories() {
  this.timeout(240_000);
  const city = useIdentifiedAt(useStaffedSite);
  const { site } = city;
  const office = useOffice(site);
  before(() => {
    const claims = { lastname: 'Нечуй-Левицька', givenname: 'Олександра', middlename: 'Костянтинівна' };
    city.provider().knows('olena', { ...claims, drfocode: '3012345678' });
  });

  for (const javaScriptEnabled of [true, false])
    it(`which its author reads, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const title = `Висадити сто лип на Слобідці (${javaScriptEnabled ? 'перша' : 'друга'} черга)`;
      const resident = () => office.come({ javaScriptEnabled, viewport: SCREENS.phone });
      const look = async (page: Page, name: string): Promise<void> => {
        if (javaScriptEnabled) await looksRight(page, name);
        await keepPicture(page, `whole-${javaScriptEnabled ? 'on' : 'off'}-${name}`);
      };

      const author = await resident();
      await author.goto(`${site.origin}/petitions/new`);
      await writeOne(author, { title, email: `lypy-${javaScriptEnabled}@example.com` });
      await author.getByRole('heading', { name: 'Схожі петиції' }).or(author.getByLabel('Код із листа')).waitFor();
      if (!(await author.getByLabel('Код із листа').isVisible()))
        await author.getByRole('button', { name: 'Надіслати мою' }).click();
      await author.getByLabel('Код із листа').waitFor();
      const id = idOn(author);
      await author.getByLabel('Код із листа').fill(await authorCode(id));
      await author.getByRole('button', { name: 'Підтвердити й надіслати' }).click();
      await author.getByRole('heading', { name: 'Петицію надіслано на перевірку' }).waitFor();
      const now = () => petitionNow({ _id: new Types.ObjectId(id) });

      const operator = await office.sit('operator', screenOf(1280));
      await openPetition(operator, 'На перевірці', await now());
      await pushed(operator, 'Оприлюднити…', deedsOf(operator));
      await pushed(operator, 'Оприлюднити петицію', deedsOf(operator));
      await said(operator, 'Петицію оприлюднено.');
      await PetitionModel.updateOne({ _id: id }, { $set: { threshold: 2 } });

      const { number } = await now();
      const path = `${site.origin}/petitions/${number}`;
      const byCode = await resident();
      await byCode.goto(path);
      await signByCode(byCode, `067 111 00 0${javaScriptEnabled ? 1 : 2}`);
      const byEid = await resident();
      await byEid.goto(`${path}/sign`);
      await byEid.getByRole('button', { name: 'Підписати за е-ідентифікацією' }).click();
      await byEid.getByRole('button', { name: 'olena' }).click();
      await byEid.getByText('Нечуй-Левицька Олександра Костянтинівна').waitFor();
      await byEid.getByRole('checkbox', { name: 'Я громадянин або громадянка України' }).check();
      await byEid.getByRole('button', { name: 'Підписати петицію' }).click();
      await byEid.getByRole('heading', { name: 'Ви підписали петицію', level: 1 }).waitFor();
      await sealAll();
      assert.deepEqual(
        [(await now()).status, (await now()).tally],
        ['threshold_reached', { eid: 1, sms: 1, removed: 0 }],
      );
      await byEid.goto(path);
      await byEid.locator('.petition-head .state').filter({ hasText: 'Підписи зібрано' }).waitFor();
      await byEid.getByText('1 за е-ідентифікацією, 1 за кодом SMS').waitFor();
      await look(byEid, 'reached');

      const head = await office.sit('head', screenOf(1280));
      await openPetition(head, 'На розгляді', await now());
      await pushed(head, 'Оголосити розгляд…', deedsOf(head));
      await pushed(head, 'Оголосити про розгляд', deedsOf(head));
      await said(head, 'Про розгляд оголошено.');
      if (javaScriptEnabled)
        await byEid.locator('.petition-head .state').filter({ hasText: 'На розгляді ради' }).waitFor();
      await pushed(head, 'Дати відповідь…', deedsOf(head));
      await deedsOf(head).getByLabel('Підтримано', { exact: true }).check();
      await deedsOf(head).getByLabel('Чому так вирішено').fill(REASONS);
      await deedsOf(head).getByLabel('Що буде зроблено').fill('Висадити сто лип.');
      await deedsOf(head).getByLabel('Відповідальний підрозділ').fill('Департамент екології');
      await pushed(head, 'Додати обіцянку', deedsOf(head));
      await deedsOf(head).getByLabel('Обіцянка 1', { exact: true }).fill('Закупити саджанці');
      await deedsOf(head).getByLabel('Строк обіцянки 1').fill('2026-09-01');
      await pushed(head, 'Оприлюднити відповідь', deedsOf(head));
      await said(head, 'Відповідь оприлюднено.');

      if (!javaScriptEnabled) await byEid.reload(); // with scripts the answer comes to whoever has the petition open
      await byEid.getByText(REASONS).waitFor();
      await author.goto(`${site.origin}/petitions?group=answered`);
      await author.getByRole('link', { name: title }).click();
      await author.getByRole('heading', { level: 1, name: title }).waitFor();
      for (const words of [REASONS, 'Висадити сто лип.', 'Департамент екології', 'Закупити саджанці'])
        await author.getByText(words).first().waitFor();
      await author.getByText('1 вересня 2026').first().waitFor();
      await look(author, 'answer');
      await PetitionModel.deleteMany({});
    });
});
