import assert from 'node:assert/strict';
import { useCity } from '../../support/api.ts';
import { useSeededPlaces } from '../../support/places.ts';

const search = (query: Record<string, string>): string => `/api/v1/places?${new URLSearchParams(query)}`;
const at = (query: Record<string, string>): string => `/api/v1/places/at?${new URLSearchParams(query)}`;

describe('places: over HTTP', () => {
  const city = useCity();
  useSeededPlaces();

  it('finds an address for anyone', async () => {
    const { status, body } = await city.api.get(search({ q: 'вул. Пушкінська, 5' }));
    assert.equal(status, 200);
    const [{ id, ...first }] = body.items;
    assert.match(id, /^[0-9a-f]{24}$/);
    assert.deepEqual(first, {
      kind: 'street',
      name: 'Італійська вулиця',
      en: null,
      streetWord: 'вулиця',
      oldNames: ['Пушкінська вулиця'],
      foundAs: 'Пушкінська вулиця',
      districts: ['prymorskyi'],
      point: { type: 'Point', coordinates: [30.7432, 46.4782] },
      house: '5',
      hasNamesakes: false,
    });
  });
  it('goes on page by page, each place once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null && seen.length < 1_000) {
      const { body }: { body: { items: { id: string }[]; next: string | null } } = await city.api.get(
        search({ q: 'вулиця', limit: '40', ...(cursor && { cursor }) }),
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next;
    }
    assert.ok(seen.length > 80);
    assert.equal(new Set(seen).size, seen.length);
  });
  it('takes a cursor only for the query that it was made for', async () => {
    const { body } = await city.api.get(search({ q: 'вулиця', limit: '1' }));
    const { status, body: refusal } = await city.api.get(search({ q: 'площа', cursor: body.next }));
    assert.equal(status, 422);
    assert.equal(refusal.errors[0].path, 'cursor');
  });
  it('names the wrong fields of a query', async () => {
    const { status, body } = await city.api.get(search({ q: '', limit: '0', near: 'x' }));
    assert.equal(status, 422);
    assert.deepEqual(body.errors.map(({ path }: { path: string }) => path).sort(), ['limit', 'near', 'q']);
  });
  it('answers a query of ten thousand characters by its beginning', async () => {
    const { status, body } = await city.api.get(search({ q: `Канатна ${'5'.repeat(10_000)}` }));
    assert.equal(status, 200);
    assert.deepEqual(body, { items: [], next: null });
  });

  it('says where a point lies', async () => {
    const { body } = await city.api.get(at({ lng: '30.7362', lat: '46.4843' }));
    assert.equal(body.isInCity, true);
    assert.deepEqual(body.district, { code: 'prymorskyi', uk: 'Приморський район', en: 'Prymorskyi District' });
    assert.equal(body.nearStreet.name, 'Дерибасівська вулиця');
  });
  it('says that the sea and other cities are not the city', async () => {
    for (const [lng, lat] of [
      ['30.8', '46.45'],
      ['30.5234', '50.4501'],
      ['0', '0'],
    ] as const) {
      const { status, body } = await city.api.get(at({ lng, lat }));
      assert.equal(status, 200);
      assert.deepEqual(body, { isInCity: false, district: null, nearStreet: null });
    }
  });
  it('refuses what is no point', async () => {
    for (const query of [{ lng: '30.7' }, { lng: '300', lat: '46' }, { lng: 'схід', lat: '46' }] as const) {
      const { status, body } = await city.api.get(at(query));
      assert.equal(status, 422);
      assert.equal(body.errors.length, 1);
    }
  });
});
