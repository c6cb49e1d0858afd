import assert from 'node:assert/strict';
import supertest from 'supertest';
import { spacedNumber } from '#shared/texts/codes.ts';
import { useCity } from '../../support/api.ts';
import { aDraft } from '../../support/appeals.ts';
import { inOrder, readTagged } from '../../support/tagged-paper.ts';

const PATH = '/api/v1/field-list.pdf';

describe('papers: the list for a trip', () => {
  const city = useCity();
  const fetched = (query: string, token?: string) => {
    const asked = supertest(city.app.listener).get(`${PATH}${query}`).buffer(true);
    return (token ? asked.set('authorization', `Bearer ${token}`) : asked).parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts)));
    });
  };
  const filed = async (lng: number, text: string) => {
    const place = {
      address: 'вул. Софіївська, 8',
      point: { type: 'Point' as const, coordinates: [lng, 46.4885] as [number, number] },
    };
    const { status, body } = await city.api.post('/api/v1/appeals', aDraft({ text, place }));
    assert.equal(status, 201, JSON.stringify(body));
    return body as { id: string; number: string };
  };

  it('puts cases in the order of the way, with their places drawn, and nothing about who wrote', async () => {
    const cases = [];
    for (const [lng, text] of [
      [30.7334, 'Ліхтар не горить, телефонуйте 067 123 45 67 або гр. Коваль І. П.'],
      [30.7274, 'Другий стовп похилився.'],
      [30.731, 'Третій стовп без плафона.'],
    ] as const)
      cases.push(await filed(lng, text));
    const { status: bare } = await city.api.post(
      '/api/v1/appeals',
      aDraft({ text: 'Темно всюди, нічого не видно.', place: { description: 'десь на Слобідці' } }),
    );
    assert.equal(bare, 201);
    const { token } = await city.token('operator');
    const { status, type, headers, body } = await fetched('?view=open', token);
    assert.deepEqual([status, type, headers['cache-control']], [200, 'application/pdf', 'no-store']);
    const paper = await readTagged(body);
    assert.deepEqual(paper.unmarked, []);
    const parts = inOrder(paper.pages);
    assert.equal(parts[0]?.role, 'H1');
    assert.match(parts.find(({ role }) => role === 'Figure')?.alt ?? '', /місць на ній: 3\./);
    const cells = parts.filter(({ role }) => role === 'TD' || role === 'P').map(({ text }) => text);
    const numbers = cells.filter((text) => /^\d{3} \d{3} \d{4}$|^[\d ]{10,14}$/.test(text));
    const [first, second, third] = cases.map(({ number }) => spacedNumber(number).replace(/\s/g, ' '));
    assert.deepEqual(
      numbers.slice(0, 3).map((text) => text.replace(/\s/g, ' ')),
      // From the first of the list to the nearest that is left.
      [first, third, second],
    );
    assert.equal(numbers.length, 4);
    const whole = parts.map(({ text }) => text).join(' ');
    for (const said of ['Софіївська, 8', '46.48850, 30.73340', 'Другий стовп', 'десь на Слобідці', 'Зроблено, нотатки'])
      assert.ok(whole.includes(said), `${said} in ${whole}`);
    assert.doesNotMatch(whole, /Коваль|Іван|067|Шевченко/);
  });
  it('takes chosen cases, leaves out those that one may not read, and says what is wrong with a query', async () => {
    const mine = await filed(30.73, 'Ще один ліхтар не горить.');
    const { token } = await city.token('operator');
    const stranger = (await city.token('roads')).token;
    const { body } = await fetched(`?case=${mine.id}&case=${'f'.repeat(24)}`, token);
    const { pages } = await readTagged(body);
    assert.equal(inOrder(pages).filter(({ text }) => text === '☐').length, 1);
    for (const [query, who, status] of [
      ['', undefined, 401],
      [`?case=${mine.id}`, stranger, 404],
      ['?case=x', token, 422],
      ['?view=nowhere', token, 422],
      [
        `?${Array.from({ length: 201 }, (_, nth) => `case=${nth.toString(16).padStart(24, '0')}`).join('&')}`,
        token,
        422,
      ],
    ] as const)
      assert.equal((await fetched(query, who)).status, status, query);
  });
});
