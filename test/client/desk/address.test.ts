import assert from 'node:assert/strict';
import { type DeskAddress, openTo, readAddress, writeAddress } from '#client/desk/address.ts';
import { REGISTER_VIEWS } from '#shared/contract/register-list.ts';

const at = (address: string) => readAddress(new URL(address, 'https://vidhuk.example'));
const ID = '65f000000000000000000abc';

describe('desk: its place as an address', () => {
  it('comes back from every address that it writes, in both languages', () => {
    const places: DeskAddress[] = [null, ...REGISTER_VIEWS].flatMap((view) => [
      { page: 'cases', view, caseId: null },
      { page: 'cases', view, caseId: ID },
      { page: 'new', view, caseId: null },
      { page: 'reports', view, caseId: null },
      { page: 'reports', view, caseId: ID },
      { page: 'publicity', view, caseId: null },
    ]);
    for (const lang of ['uk', 'en'] as const)
      for (const place of places) assert.deepEqual(at(writeAddress(lang, place)), place);
  });
  it('leads who may not open a page to the lists', () => {
    const reports = { page: 'reports', view: null, caseId: ID } as const;
    assert.deepEqual(openTo(reports, ['case.publish']), reports);
    assert.deepEqual(openTo(reports, ['publicity.switch']), { page: 'cases', view: null, caseId: ID });
  });
  it('writes addresses that people can read', () => {
    const place = { page: 'cases', view: 'for_signature', caseId: ID } as const;
    assert.equal(writeAddress('uk', place), `/desk/cases/${ID}?view=for_signature`);
    assert.equal(writeAddress('en', { page: 'new', view: null, caseId: null }), '/en/desk/new');
    assert.equal(writeAddress('uk', { page: 'reports', view: null, caseId: ID }), `/desk/reports/${ID}`);
    assert.equal(writeAddress('uk', { page: 'publicity', view: null, caseId: ID }), '/desk/publicity');
  });
  it('takes whatever it does not know for its beginning', () => {
    for (const address of [
      '/desk',
      '/desk/',
      '/desk?view=everything',
      '/desk/cases/12',
      '/desk/nowhere',
      '/en/desk/x/y',
      `/desk/${ID}`,
      `/desk/new/${ID}`,
      `/desk/nowhere/${ID}`,
    ])
      assert.deepEqual(at(address), { page: 'cases', view: null, caseId: null }, address);
  });
});
