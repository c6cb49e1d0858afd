import assert from 'node:assert/strict';
import { firstWords } from '#client/views/home/case-card.tsx';
import { CaseList } from '#client/views/home/case-list.tsx';
import { HomePage } from '#client/views/home/home-page.tsx';
import { homeProps } from '#server/pages/home.page.tsx';
import { aCaseList, aListedCase, homeFacts } from '../../support/home-sample.ts';
import { html } from '../../support/view-samples.ts';

describe('home page: the list beside the map', () => {
  it('shows of a case its topic, state as icon and word, first words, district, day and photo', () => {
    const one = aListedCase({ applicants: 3 }, { thumbUrl: '/files/1/thumb' });
    const card = html(CaseList, aCaseList({ listed: [one] }));
    assert.match(card, /<h3><a href="\/appeals\/2600123452">Яма або пошкоджене покриття<\/a><\/h3>/);
    assert.match(card, /<span class="state in_work"><svg .*<\/svg>В роботі<\/span>/);
    assert.match(card, /На розі яма завглибшки/);
    assert.match(card, /Приморський район · 1\u00a0березня\u00a02026 · від 3 заявників/);
    assert.match(card, /<img src="\/files\/1\/thumb" alt="Фото до звернення"/);
    assert.match(card, /data-at="30\.7326,46\.4846"/);
  });
  it('names the address in the place of the district where it is public, and says nothing where no text is', () => {
    const card = html(CaseList, aCaseList({ listed: [aListedCase({ address: 'вул. Софіївська, 8', text: null })] }));
    assert.match(card, /вул\. Софіївська, 8 · /);
    assert.doesNotMatch(card, /Приморський район|<p><\/p>/);
  });
  it('marks the chosen case, and no other', () => {
    const listed = [aListedCase(), aListedCase({ id: 'c'.repeat(24), number: '2600000013' })];
    const list = html(CaseList, aCaseList({ listed, chosen: '2600000013' }));
    assert.equal([...list.matchAll(/aria-current="true"/g)].length, 1);
    assert.match(list, /href="\/appeals\/2600000013" aria-current="true"/);
  });
  it('counts by district with a way to each number, but for cases of no district', () => {
    const byDistrict = [
      { name: 'Приморський район', count: 1_203, only: '/?district=prymorskyi' },
      { name: 'Район не вказано', count: 2, only: null },
    ];
    const list = html(CaseList, aCaseList({ byDistrict, total: 1_205 }));
    assert.match(list, /<caption class="unseen">Звернення за районами<\/caption>/);
    assert.match(list, /<th scope="row">Приморський район<\/th><td><a href="\/\?district=prymorskyi">1\s203<\/a>/);
    assert.match(list, /<th scope="row">Район не вказано<\/th><td>2<\/td>/);
    assert.match(list, /<th scope="row">Разом<\/th><td>1\s205<\/td>/);
    assert.doesNotMatch(html(CaseList, aCaseList({ listed: [], total: 0 })), /<table/);
  });
  it('escapes what people wrote', () => {
    const list = html(CaseList, aCaseList({ listed: [aListedCase({ text: '<img src=x onerror=alert(1)>' })] }));
    assert.doesNotMatch(list, /<img src=x/);
  });
  it('thanks for tiles and places by name, with a link where they ask for one', () => {
    const tiles = { url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '© Хтось https://thanks.example/' };
    const page = html(HomePage, homeProps('uk', homeFacts('uk', { tiles })));
    assert.match(page, /Приблизна схема.* · .*<a href="https:\/\/thanks\.example\/">© Хтось<\/a>/);
  });
  it('cuts a text between words', () => {
    assert.equal(firstWords('Коротко  і\nясно.'), 'Коротко і ясно.');
    assert.equal(firstWords('Перше друге, третє четверте', 13), 'Перше друге…');
    assert.equal(firstWords('а'.repeat(200)).length, 141);
  });
});
