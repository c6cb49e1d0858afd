import assert from 'node:assert/strict';
import { ParticipantModel } from '#server/register/participant.model.ts';
import { axeFindings } from '../support/browser.ts';
import { useOffice, useStaffedSite } from '../support/desk.ts';
import { fileOpenly } from '../support/desk-cases.ts';
import { openCase } from '../support/staff.steps.ts';

describe('story: texts turned off by the person’s word', function stories() {
  this.timeout(120_000);
  const site = useStaffedSite();
  const office = useOffice(site);

  it('is one press on the card, seen in the history, and not on again for a number that nobody proved', async () => {
    const { id, number } = await fileOpenly(site, {
      contact: { phone: '067 555 44 66' },
      consents: { sms: true, publication: true },
    });
    const page = await office.sit('operator');
    await openCase(page, 'Нові', number);
    await page.getByRole('button', { name: 'Вимкнути SMS' }).click();
    await page.getByText('SMS заявникові вимкнено з його слів').waitFor();
    await page.getByRole('button', { name: 'Увімкнути SMS' }).click();
    await page.getByRole('alert').getByText('Спершу підтвердьте').waitFor();
    assert.deepEqual(await axeFindings(page), []);
    assert.notEqual((await ParticipantModel.findOne({ caseId: id }).lean())?.smsOffAt, null);
  });
});
