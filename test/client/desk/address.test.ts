import assert from 'node:assert/strict';
import { type DeskAddress, readAddress, writeAddress } from '#client/desk/address.ts';
import { REGISTER_VIEWS } from '#shared/contract/register.ts';

const at = (address: string) => readAddress(new URL(address, 'https://vidhuk.example'));
const ID = '65f000000000000000000abc';

describe('desk: its place as an address', () => {
  it('comes back from every address that it writes, in both languages', () => {
    const places: DeskAddress[] = [null, ...REGISTER_VIEWS].flatMap((view) => [
      { view, caseId: null, isEntering: false },
      { view, caseId: ID, isEntering: false },
      { view, caseId: null, isEntering: true },
    ]);
    for (const lang of ['uk', 'en'] as const)
      for (const place of places) assert.deepEqual(at(writeAddress(lang, place)), place);
  });
  it('writes addresses that people can read', () => {
    const place = { view: 'for_signature', caseId: ID, isEntering: false } as const;
    assert.equal(writeAddress('uk', place), `/desk/cases/${ID}?view=for_signature`);
    assert.equal(writeAddress('en', { view: null, caseId: null, isEntering: true }), '/en/desk/new');
  });
  it('takes whatever it does not know for its beginning', () => {
    for (const address of [
      '/desk',
      '/desk/',
      '/desk?view=everything',
      '/desk/cases/12',
      '/desk/nowhere',
      '/en/desk/x/y',
    ])
      assert.deepEqual(at(address), { view: null, caseId: null, isEntering: false }, address);
  });
});
