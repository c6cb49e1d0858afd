import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { said, useOffice, useStaffedSite } from '../support/desk.ts';
import { looksRight } from '../support/looks-right.ts';

describe('story: a city makes a role of its own', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('by keyboard: it is refused, corrected, made, changed by what it means, and taken away', async () => {
    const admin = await office.sit('administrator', { viewport: { width: 1280, height: 800 } });
    const dialog = admin.getByRole('dialog');
    const enter = async (name: string | RegExp, within: Pick<Page, 'getByRole'> = admin) => {
      await within.getByRole('button', { name, exact: true }).first().focus();
      await admin.keyboard.press('Enter');
    };
    const tick = async (name: string) => {
      await dialog.getByRole('checkbox', { name, exact: true }).focus();
      await admin.keyboard.press('Space');
    };
    await admin.getByRole('link', { name: 'Працівники' }).click();
    await enter('Додати роль');
    await dialog.getByLabel('Назва ролі').fill('Оператор');
    await enter('Зберегти', dialog);
    await dialog.locator('[aria-invalid]').first().waitFor();
    await looksRight(admin, 'role-faults');
    await tick('вносити звернення');
    await enter('Зберегти', dialog);
    await dialog.getByText('Така назва вже є.', { exact: false }).waitFor();
    assert.equal(await dialog.getByLabel('Назва ролі').inputValue(), 'Оператор');
    await dialog.getByLabel('Назва ролі').fill('Нічний черговий');
    await dialog.getByLabel('Назва ролі').press('Enter');
    await said(admin, 'Роль додано: Нічний черговий.');
    const row = admin.getByRole('row').filter({ hasText: 'Нічний черговий' });
    assert.match((await row.textContent()) ?? '', /вносити звернення0За бажанням/);

    await enter('Змінити роль: Оператор');
    await dialog.getByText('Зміна стосується 1 працівника.').waitFor();
    await tick('бачити контакти');
    await dialog.getByText('Більше не зможуть: бачити контакти. Їхні сеанси завершаться.').waitFor();
    await tick('читати журнал дій');
    await dialog.getByText('Зможуть більше: читати журнал дій.').waitFor();
    await looksRight(admin, 'role-form');
    await enter('Не змінювати', dialog);

    await enter('Вилучити роль: Нічний черговий');
    await said(admin, 'Роль вилучено: Нічний черговий.');
    assert.equal(await row.count(), 0);
    await looksRight(admin, 'role-list');
    assert.equal(await admin.getByRole('button', { name: 'Вилучити роль: Оператор' }).count(), 0);
  });
});
