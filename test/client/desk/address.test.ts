import assert from 'node:assert/strict';
import { type DeskAddress, openTo, readAddress, writeAddress } from '#client/desk/address.ts';
import type { Filters } from '#client/desk/filters/filters.ts';
import { REGISTER_VIEWS } from '#shared/contract/register-list.ts';

const at = (address: string) => readAddress(new URL(address, 'https://vidhuk.example'));
const ID = '65f000000000000000000abc';

describe('desk: its place as an address', () => {
  it('comes back from every address that it writes, in both languages', () => {
    const narrowed: Filters[] = [
      {},
      { q: 'яма & ліхтар = 100 %' },
      { status: 'answered,closed', district: 'kyivskyi', receivedFrom: '2026-01-01', receivedTo: '2026-02-01' },
    ];
    const places: DeskAddress[] = [null, ...REGISTER_VIEWS].flatMap((view) =>
      narrowed.flatMap((filters): DeskAddress[] => [
        { page: 'cases', view, filters, caseId: null },
        { page: 'cases', view, filters, caseId: ID },
        { page: 'cases', view, filters, isMap: true, caseId: ID },
        { page: 'new', view, filters, caseId: null },
        { page: 'reports', view, filters, caseId: null },
        { page: 'reports', view, filters, caseId: ID },
        { page: 'publicity', view, filters, caseId: null },
        { page: 'message-texts', view, filters, caseId: null },
        { page: 'petitions', view, filters, caseId: null },
        { page: 'petitions', view, filters, caseId: null, petitionId: ID },
        { page: 'petitions', view, filters, caseId: null, isEntering: true },
        { page: 'petitions', view, filters, caseId: null, queue: 'review', petitionId: ID },
      ]),
    );
    for (const lang of ['uk', 'en'] as const)
      for (const place of places) assert.deepEqual(at(writeAddress(lang, place)), place);
  });
  it('leads who may not open a page to the lists', () => {
    const reports = { page: 'reports', view: null, filters: {}, caseId: ID } as const;
    assert.deepEqual(openTo(reports, ['case.publish']), reports);
    assert.deepEqual(openTo(reports, ['publicity.switch']), { ...reports, page: 'cases' });
  });
  it('writes addresses that people can read', () => {
    const filters = {};
    const place = { page: 'cases', view: 'for_signature', filters, caseId: ID } as const;
    assert.equal(
      writeAddress('uk', { ...place, filters: { due: 'week', status: 'registered' } }),
      `/desk/cases/${ID}?view=for_signature&status=registered&due=week`,
    );
    assert.equal(writeAddress('uk', place), `/desk/cases/${ID}?view=for_signature`);
    assert.equal(writeAddress('en', { page: 'new', view: null, filters, caseId: null }), '/en/desk/new');
    assert.equal(writeAddress('uk', { page: 'reports', view: null, filters, caseId: ID }), `/desk/reports/${ID}`);
    assert.equal(writeAddress('uk', { page: 'publicity', view: null, filters, caseId: ID }), '/desk/publicity');
    const petition = { view: null, filters, caseId: null, queue: 'done', petitionId: ID } as const;
    assert.equal(writeAddress('uk', { page: 'petitions', ...petition }), `/desk/petitions/${ID}?queue=done`);
    assert.equal(writeAddress('uk', { page: 'cases', ...petition }), '/desk');
  });
  it('takes whatever it does not know for its beginning', () => {
    for (const address of [
      '/desk',
      '/desk/',
      '/desk?view=everything',
      '/desk?q=&colour=red&status=%20',
      '/desk/cases/12',
      '/desk/nowhere',
      '/en/desk/x/y',
      `/desk/${ID}`,
      `/desk/new/${ID}`,
      `/desk/nowhere/${ID}`,
    ])
      assert.deepEqual(at(address), { page: 'cases', view: null, filters: {}, caseId: null }, address);
  });
});
