import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { movePetition, type Petition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { SCREENS, startBrowser, visitor } from '../support/browser.ts';
import { setClock } from '../support/clock.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { itLooksRight, keepPicture, looksRight } from '../support/looks-right.ts';
import { authorCode, signerCode } from '../support/petition-pages.ts';
import { askToSign, enterCode, idOn, writeOne } from '../support/petition-steps.ts';
import { aPublished, aSigner, petitionNow, sealAll } from '../support/petitions.ts';
import { mainOf } from '../support/resident.steps.ts';
import { answerIt, CLERK, moveAlong, useSite } from '../support/site.ts';

const TITLE = 'Висадити дерева вздовж Люстдорфської дороги';

for (const javaScriptEnabled of [true, false])
  describe(`story: a petition, scripts ${javaScriptEnabled ? 'on' : 'off'}`, function stories() {
    this.timeout(120_000);
    const site = useSite();
    let browser: Browser;
    before(async () => {
      browser = await startBrowser();
    });
    after(() => browser.close());
    for (const [screen, viewport] of Object.entries(SCREENS))
      it(`is written, sent, published, signed and counted: ${screen}`, async () => {
        const { page, complaints, leave } = await visitor(browser, { javaScriptEnabled, viewport });
        const look = async (name: string): Promise<void> => {
          if (javaScriptEnabled) await looksRight(page, name);
          await keepPicture(page, `petition-${screen}-${javaScriptEnabled ? 'on' : 'off'}-${name}`);
        };
        const title = `${TITLE} (${screen})`;
        await page.goto(site.origin);
        await page.goto(`${site.origin}/petitions`);
        await page.getByRole('link', { name: 'Написати петицію' }).click();
        await page.getByRole('button', { name: 'Надіслати петицію' }).click();
        await page
          .getByRole('alert')
          .getByRole('link', { name: /^Назва/ })
          .waitFor();
        await look('wrong');
        const phone = `067 888 8${javaScriptEnabled ? 1 : 2} ${screen === 'desk' ? '01' : '02'}`;
        await writeOne(page, { title, email: `author-${screen}@example.com`, phone });
        if (await page.getByRole('heading', { name: 'Схожі петиції' }).isVisible()) {
          await look('similar');
          await page.getByRole('button', { name: 'Надіслати мою' }).click();
        }
        await page.getByRole('heading', { name: 'Введіть код із листа' }).waitFor();
        await look('author-code');
        const id = idOn(page);
        await page.getByLabel('Код із листа').fill(await authorCode(id));
        if (screen === 'desk') {
          const { phoneCodeId } = (await PetitionModel.findById(id).lean<Petition>()) ?? assert.fail();
          await page.getByLabel('Код із SMS').fill('000000');
          await page.getByRole('button', { name: 'Підтвердити й надіслати' }).click();
          await page
            .getByRole('alert')
            .getByRole('link', { name: /^Код із SMS/ })
            .waitFor();
          await look('author-codes-wrong');
          await page.getByLabel('Код із листа').fill(await authorCode(id));
          await page.getByLabel('Код із SMS').fill(await signerCode(phoneCodeId ?? ''));
        }
        await page.getByRole('button', { name: 'Підтвердити й надіслати' }).click();
        await page.getByRole('heading', { name: 'Петицію надіслано на перевірку' }).waitFor();
        assert.match(await mainOf(page), /Перевірять до 5.березня.2026 — ще.2.дні/);
        await look('sent');

        const { version } = (await PetitionModel.findById(id).lean<Petition>()) ?? assert.fail();
        const { number } = await movePetition(CLERK, { petitionId: id, verb: 'publish', expectedVersion: version });
        await page.goto(`${site.origin}/petitions`);
        await page.getByRole('link', { name: title }).click();
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        await askToSign(page, `067 777 7${javaScriptEnabled ? 1 : 2} ${screen === 'desk' ? '01' : '02'}`);
        await look('sign-code');
        await enterCode(page);
        await look('signed');
        await sealAll();
        await page.getByRole('link', { name: 'Відкрити петицію' }).click();
        await page.locator(`[data-petition-count="${number}"] strong`).filter({ hasText: /^1$/ }).waitFor();
        await page.getByRole('link', { name: 'Хто підписав' }).click();
        await page.getByText('Мельник Олександр').waitFor();
        assert.deepEqual(complaints, []);
        await leave();
      });
  });

describe('story: the pages of petitions on every screen', function stories() {
  this.timeout(120_000);
  const site = useSite();
  let browser: Browser;
  const paths: string[] = ['/petitions', '/petitions?group=answered', '/petitions?q=немає такого', '/petitions/new'];
  before(async () => {
    browser = await startBrowser();
    const TUESDAY = '2026-03-03T08:00:00Z';
    setClock('2026-02-03T08:00:00Z');
    const collects = await aPublished();
    // Four weeks in which the news of it came and went.
    for (let day = 3, signed = 0; day <= 28; day += 1) {
      setClock(`2026-02-${String(day).padStart(2, '0')}T12:00:00Z`);
      const crowd = day === 12 ? 120 : day === 13 ? 64 : (day * 5) % 11;
      const people = Array.from({ length: crowd }, (_, i) => aSigner(signed + i, i % 3 ? 'eid' : 'sms'));
      await Promise.all(people.map((person) => signPetition(collects, person)));
      await sealAll();
      signed += crowd;
    }
    setClock(TUESDAY);
    const [answered, failed] = [
      await aPublished({ title: 'Зробити зоопарк безкоштовним для школярів' }),
      await aPublished({ title: 'Перенести ринок від школи № 35' }),
    ];
    const { number } = await petitionNow(collects);
    const answer = {
      decision: 'supported' as const,
      reasons: 'Рада підтримує вимогу: у бюджеті на це є кошти.\n\nРішення ухвалено одноголосно.',
      measures: 'Внести зміни до тарифів зоопарку.',
      unit: 'Департамент культури',
      followUps: [
        { on: '2026-02-01', what: 'Підготувати проєкт рішення', keptOn: '2026-01-30' },
        { on: '2026-03-01', what: 'Винести проєкт на сесію', keptOn: null },
        { on: '2026-06-01', what: 'Відкрити вхід для школярів', keptOn: null },
      ],
      at: new Date('2026-03-02T08:00:00Z'),
    };
    const times = { publishedAt: new Date('2025-12-01T08:00:00Z'), reachedAt: new Date('2026-02-10T08:00:00Z') };
    const reached = { ...times, reviewedOn: '2026-03-01', dueOn: null, tally: { eid: 840, sms: 213, removed: 0 } };
    await PetitionModel.updateOne({ _id: answered._id }, { $set: { status: 'answered', answer, ...reached } });
    const over = { publishedAt: new Date('2025-12-01T08:00:00Z'), endsOn: '2026-03-01', dueOn: null };
    const became = { status: 'failed_to_appeal', appealNumber: '2600123452', ...over };
    await PetitionModel.updateOne({ _id: failed._id }, { $set: became });
    const heard = await aPublished({ title: 'Поставити світлофор біля школи № 35' });
    const appeal = await fileOpenly(site);
    const words = 'Світлофор поставлять до кінця серпня.\n\nКошти на це є в програмі безпеки руху.';
    await answerIt(appeal.number, { result: 'resolved', text: words });
    const publication = { state: 'public' as const, text: 'Поставити світлофор.', answer: words };
    await moveAlong(appeal.number, 'publish', { publication });
    await PetitionModel.updateOne({ _id: heard._id }, { $set: { ...became, appealNumber: appeal.number } });
    paths.push(`/petitions/${heard.number}`);
    for (const below of ['', '/signers', '/sign', '/poster']) paths.push(`/petitions/${number}${below}`);
    for (const { number: other } of [answered, failed]) paths.push(`/petitions/${other}`);
    paths.push(
      `/petitions/${failed.number}/sign`,
      `/embed/petitions/${number}`,
      `/en/petitions/${number}`,
      '/en/petitions',
    );
  });
  after(() => browser.close());
  itLooksRight(site, () => browser, paths);
});
