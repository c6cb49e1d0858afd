import assert from 'node:assert/strict';
import { cityQuery } from '#shared/domain/map/filters.ts';

describe('filters: the address of the home page', () => {
  it('says nothing for the whole city', () => assert.equal(cityQuery({ filters: {} }).toString(), ''));
  it('keeps filters, place and the chosen case, always in one order', () => {
    const at = { z: 14, lng: 30.738123456, lat: 46.4750001 };
    const query = cityQuery({
      filters: { to: '2026-03-01', status: 'in_work', district: undefined },
      at,
      chosen: '2600123452',
    });
    assert.equal(query.toString(), 'status=in_work&to=2026-03-01&z=14&lng=30.73812&lat=46.475&case=2600123452');
  });
});
