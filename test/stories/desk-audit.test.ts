import assert from 'node:assert/strict';
import { spacedNumber } from '#shared/texts/codes.ts';
import { useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { looksRight } from '../support/looks-right.ts';
import { openCase } from '../support/staff.steps.ts';

describe('story: a controller has to see who wrote, and an auditor sees that', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('shows the data only for a reason, and every look is in the access log', async () => {
    const { number } = await fileOpenly(site);
    const controller = await office.sit('controller');
    await openCase(controller, 'Усі відкриті', number);
    await controller.getByText('Ви не розглядаєте цю справу').waitFor();
    assert.equal(await controller.getByRole('link', { name: /\+380/ }).count(), 0);
    await controller.getByRole('button', { name: 'Показати дані' }).click();
    await controller.getByText('Оберіть причину.').waitFor();
    await looksRight(controller);
    await controller.getByLabel('Навіщо вам дані заявника').selectOption('reach');
    await controller.getByRole('button', { name: 'Показати дані' }).click();
    await controller.getByRole('link', { name: /\+380/ }).waitFor();
    await looksRight(controller);

    const auditor = await office.sit('auditor', { viewport: { width: 1920, height: 1080 } });
    await auditor.getByRole('link', { name: 'Журнал доступу' }).click();
    const row = auditor.getByRole('row').filter({ hasText: 'Побачено дані заявника' });
    await row.waitFor();
    assert.match((await row.textContent()) ?? '', new RegExp(`${spacedNumber(number)}.*зв’язатися із заявником`));
    await looksRight(auditor);
    await auditor.getByLabel('Номер звернення').fill('12');
    await auditor.getByRole('button', { name: 'Показати', exact: true }).click();
    await auditor.locator('.error').first().waitFor();
    await auditor.getByLabel('Номер звернення').fill(spacedNumber(number));
    await auditor.getByLabel('Що', { exact: true }).selectOption('personal-data');
    await auditor.getByRole('button', { name: 'Показати', exact: true }).click();
    await row.waitFor();
    await looksRight(auditor);
  });
});
