import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { StaffModel } from '#server/identity/index.ts';
import { today } from '#server/platform/clock.ts';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { looksRight } from '../support/looks-right.ts';
import { openCase } from '../support/staff.steps.ts';

describe('story: somebody goes on leave and a colleague works in their place', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);
  const labelOf = async (login: string): Promise<string> => {
    const { name, post } = await StaffModel.findOne({ login }).orFail().lean();
    return `${name}, ${post}`;
  };

  it('is arranged by keyboard, shows in the history for whom the colleague acted, and is taken back', async () => {
    const { number } = await fileOpenly(site);
    const [away, colleague] = [await labelOf('operator'), await labelOf('controller')];
    const names = { away: away.split(',')[0] ?? '', colleague: colleague.split(',')[0] ?? '' };
    const admin = await office.sit('administrator', { viewport: { width: 1280, height: 800 } });
    const dialog = admin.getByRole('dialog');
    const enter = async (name: string | RegExp, within: Pick<Page, 'getByRole'> = admin) => {
      await within.getByRole('button', { name, exact: true }).first().focus();
      await admin.keyboard.press('Enter');
    };
    await admin.getByRole('link', { name: 'Працівники' }).click();
    await admin.getByText('Заміщень немає.').waitFor();
    await enter('Оформити заміщення');
    await dialog.getByText('Оберіть, кого немає', { exact: false }).waitFor();
    await enter('Оформити', dialog);
    await dialog.locator('[aria-invalid]').first().waitFor();
    await looksRight(admin, 'delegation-faults');
    await dialog.getByLabel('Кого немає').selectOption({ label: away });
    await dialog.getByLabel('Хто заступає').selectOption({ label: colleague });
    await dialog.getByRole('checkbox', { name: 'реєструвати' }).focus();
    await admin.keyboard.press('Space');
    await dialog.getByLabel('Перший день').fill(today());
    await dialog.getByLabel('Останній день').fill(today());
    await dialog.getByLabel('Підстава').fill('Наказ № 45-к');
    await looksRight(admin, 'delegation-form');
    await dialog.getByLabel('Підстава').press('Enter');
    await said(admin, `Заміщення оформлено: ${names.colleague} за ${names.away}.`);
    const row = admin.getByRole('row').filter({ hasText: 'Наказ № 45-к' });
    assert.match((await row.textContent()) ?? '', /реєструвати.*Діє/);
    await looksRight(admin, 'delegation-list');

    const controller = await office.sit('controller');
    await openCase(controller, 'Нові', number);
    await controller.getByRole('button', { name: 'Зареєструвати', exact: false }).first().waitFor();
    const { id, version } = await controller.evaluate(async (asked) => {
      const { items } = await (await fetch(`/api/v1/register?q=${asked}`)).json();
      const { id: found } = items[0];
      return (await fetch(`/api/v1/register/${found}`)).json();
    }, number);
    const done = await controller.evaluate(
      async ([of, expectedVersion]) => {
        const body = JSON.stringify({ expectedVersion, questionGroup: 3 });
        const headers = { 'content-type': 'application/json' };
        return (await fetch(`/api/v1/register/${of}/register`, { method: 'POST', headers, body })).status;
      },
      [id, version] as const,
    );
    assert.equal(done, 200);
    const told = controller.getByText(`${names.colleague}, за ${names.away}`);
    await told.waitFor();
    await told.scrollIntoViewIfNeeded();
    await looksRight(controller, 'delegation-history');

    await enter(/^Скасувати заміщення: /);
    await dialog.getByText('одразу втратить права', { exact: false }).waitFor();
    await looksRight(admin, 'delegation-revoke');
    await enter('Скасувати заміщення', dialog);
    await said(admin, `Заміщення скасовано: ${names.colleague} за ${names.away}.`);
    await admin.getByRole('row').filter({ hasText: 'Скасовано' }).waitFor();
    const { permissions } = await controller.evaluate(async () => (await fetch('/api/v1/me')).json());
    assert.ok(!permissions.includes('case.register'));
  });
});
