import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { pixelIn } from '#shared/domain/map/mercator.ts';
import { useSite } from '../../support/site.ts';
import { aWriter } from '../../support/wizard.ts';

const WHERE = '/appeals/new/where?about=place';
const labelsIn = (page: string) =>
  [...page.matchAll(/<label for="(?:ui-found|found-\d+)">([^<]+)/g)].map(([, label]) => label);
const choiceOf = (page: string, label: string): string => {
  const [, id = ''] = new RegExp(`<label for="([^"]+)">${label}`).exec(page) ?? [];
  return new RegExp(`id="${id}"[^>]* value="([^"]+)"`).exec(page)?.[1] ?? '';
};
const lookIn = (page: string) => {
  const [z = 0, lng = 0, lat = 0] = (/name="ui\.view" value="([^"]+)"/.exec(page)?.[1] ?? '').split('/').map(Number);
  return { z, lng, lat };
};
const pinIn = ({ fields }: { fields: Readonly<Record<string, string>> }) =>
  [fields['place.point.coordinates.0'], fields['place.point.coordinates.1']].map(Number);

describe('wizard: where, without scripts', () => {
  const site = useSite();

  it('asks one question, says which step it is, and leads back', async () => {
    const page = await aWriter(site).open('/appeals/new?about=place');
    assert.match(page, /<title>Де це\? · Крок 1 з 5 · Відгук<\/title>/);
    assert.equal([...page.matchAll(/<h1/g)].length, 1);
    assert.match(page, /class="back"><a href="\/">Назад/);
    assert.equal([...page.matchAll(/class="button primary"/g)].length, 1);
  });
  it('begins no draft for whoever only looks', async () => {
    const before = await mongoose.connection.collection('drafts').countDocuments();
    await aWriter(site).open('/appeals/new?about=place');
    assert.equal(await mongoose.connection.collection('drafts').countDocuments(), before);
  });

  describe('by an address', () => {
    it('finds a street by its former name, says so, and keeps the house', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      const found = await writer.send({ 'ui.q': 'Ласточкіна 12а', 'ui.do': 'find' });
      assert.equal(labelsIn(found)[0], 'Ланжеронівська вулиця, 12а');
      assert.match(found, /Приморський район · колишня назва: вулиця Ласточкіна/);
      await writer.send({ 'ui.found': choiceOf(found, 'Ланжеронівська'), 'ui.do': 'choose' });
      assert.equal(writer.fields['ui.house'], '12а');
      await writer.send({ 'place.description': 'біля арки' });
      assert.match(writer.at, /^\/appeals\/new\/what/);
      const back = await writer.open('/appeals/new/where');
      assert.match(back, /<strong>Ланжеронівська вулиця<\/strong>/);
      assert.deepEqual([writer.fields['ui.house'], writer.fields['place.description']], ['12а', 'біля арки']);
    });
    it('asks for the house and demands none, and says that no pin will be drawn', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      const found = await writer.send({ 'ui.q': 'Дерибасівська', 'ui.do': 'find' });
      const page = await writer.send({ 'ui.found': choiceOf(found, 'Дерибасівська'), 'ui.do': 'choose' });
      assert.match(page, /Без позначки на мапі звернення теж приймуть/);
      assert.match(page, /Номер будинку<span class="optional">/);
      await writer.send({});
      assert.match(writer.at, /^\/appeals\/new\/what/);
    });
    it('leads from a district to words about the place in it', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      const found = await writer.send({ 'ui.q': 'Малиновський район', 'ui.do': 'find' });
      const page = await writer.send({ 'ui.found': choiceOf(found, 'Хаджибейський район'), 'ui.do': 'choose' });
      assert.match(page, /value="khadzhybeiskyi" selected/);
    });
    it('shows more of a long list at each press', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      const few = labelsIn(await writer.send({ 'ui.q': 'вулиця', 'ui.do': 'find' }));
      const more = labelsIn(await writer.send({ 'ui.do': 'more' }));
      assert.ok(more.length > few.length && few.length > 3, `${few.length}, then ${more.length}`);
      assert.deepEqual(more.slice(0, few.length), few);
    });
    it('says what to do where nothing was found, nothing was typed, or nothing was chosen', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      assert.match(await writer.send({ 'ui.q': 'Щщщщщщ', 'ui.do': 'find' }), /За запитом «Щщщщщщ» нічого не знайшли/);
      assert.match(await writer.send({ 'ui.q': ' ', 'ui.do': 'find' }, 422), /href="#ui-q"/);
      await writer.open(WHERE);
      await writer.send({ 'ui.q': 'Грецька', 'ui.do': 'find' });
      const page = await writer.send({ 'ui.do': 'choose' }, 422);
      assert.match(page, /href="#ui-found"/);
      assert.match(page, /<title>Помилка: /);
    });
    it('takes no street or district that the city does not know', async () => {
      const writer = aWriter(site);
      for (const wrong of [`street:${'f'.repeat(24)}`, 'street:__proto__', 'district:constructor', 'toString', ':']) {
        await writer.open(WHERE);
        await writer.send({ 'ui.q': 'Грецька', 'ui.found': wrong, 'ui.do': 'choose' }, 422);
      }
      const reply = await writer.browser.post('/appeals/new/where', {
        'ui.way': 'pin',
        'place.streetId': 'f'.repeat(24),
      });
      assert.equal(reply.status, 422, 'a street is chosen by the search alone');
    });
  });

  describe('by the map', () => {
    const SIZE = { w: 340, h: 340 };
    it('puts the pin where the picture was pressed, and comes nearer', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      const city = lookIn(await writer.send({ 'ui.do': 'pin' }));
      const [x, y] = pixelIn({ ...city, ...SIZE }, [30.7362, 46.4843]).map(Math.round);
      const near = lookIn(await writer.send({ 'ui.pin.x': String(x), 'ui.pin.y': String(y) }));
      assert.ok(near.z > city.z);
      const [lng = 0, lat = 0] = pinIn(writer);
      assert.ok(Math.abs(lng - 30.7362) < 0.001 && Math.abs(lat - 46.4843) < 0.001, `${lng}, ${lat}`);
      const page = await writer.send({ 'ui.do': 'nearer' });
      assert.match(page, /Позначку поставлено: .*Приморський район/);
      assert.match(page, /<input type="image" name="ui.pin" src="\/map\/picture\.svg\?[^"]*pins=30\.7/);
    });
    it('moves and nears with everything that was typed kept, and never leaves the city', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      const before = lookIn(await writer.send({ 'ui.do': 'pin' }));
      const typed = { 'place.address': 'Ринок', 'place.description': 'другий ряд' };
      const after = lookIn(await writer.send({ ...typed, 'ui.do': 'north' }));
      assert.ok(after.lat > before.lat && after.z === before.z);
      assert.deepEqual([writer.fields['place.address'], writer.fields['place.description']], Object.values(typed));
      for (let i = 0; i < 12; i += 1) await writer.send({ 'ui.do': i % 2 ? 'farther' : 'west' });
      const { z, lng } = lookIn(await writer.open(writer.at));
      assert.ok(z >= 10 && lng > 30.4, `${z}, ${lng}`);
    });
    it('puts the pin in the middle for a keyboard, which presses a picture at 0, 0', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      const { lng, lat } = lookIn(await writer.send({ 'ui.do': 'pin' }));
      for (const press of [{ 'ui.do': 'middle' }, { 'ui.pin.x': '0', 'ui.pin.y': '0' }]) {
        await writer.send(press as Record<string, string>);
        assert.deepEqual(pinIn(writer), [lng, lat]);
      }
      await writer.send({ 'ui.do': 'unpin' });
      await writer.send({}, 422);
    });
    it('tells a place in the sea or in another city kindly where to turn', async () => {
      for (const [lng, lat] of [
        ['30.85', '46.42'],
        ['30.5234', '50.4501'],
      ] as const) {
        const writer = aWriter(site);
        await writer.open(WHERE);
        await writer.send({ 'ui.do': 'pin' });
        const page = await writer.send({ 'place.point.coordinates.0': lng, 'place.point.coordinates.1': lat }, 422);
        assert.match(page, /Зверніться до тієї громади/);
        assert.match(page, /href="#place-point">Позначка на мапі: Це місце поза межами міста/);
      }
    });
    it('bears coordinates that are none', async () => {
      const writer = aWriter(site);
      for (const wrong of ['NaN', 'Infinity', '1e9', '30,7', '[object Object]', '999', '"><script>']) {
        await writer.open(WHERE);
        await writer.send({ 'ui.do': 'pin' });
        const page = await writer.send(
          { 'place.point.coordinates.0': wrong, 'place.point.coordinates.1': '46.4' },
          422,
        );
        assert.doesNotMatch(page, /<script>/);
      }
      for (const look of ['NaN/1/2', '99/400/-99', '', '17/30.7/46.4/1'])
        await writer.send({ 'ui.view': look, 'ui.pin.x': 'NaN', 'ui.pin.y': '1e99', 'ui.do': 'north' });
    });
  });

  describe('by words, or nowhere', () => {
    it('needs words, and says that no pin comes of them', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      assert.match(await writer.send({ 'ui.do': 'words' }), /ми не ставимо позначки на мапі/);
      assert.match(await writer.send({ 'place.description': '  ' }, 422), /href="#place-description"/);
      await writer.send({ 'place.description': 'парк за школою № 5', 'place.districtCode': 'kyivskyi' });
      assert.match(writer.at, /^\/appeals\/new\/what/);
    });
    it('drops the pin and the street of another way', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      const found = await writer.send({ 'ui.q': 'Грецька', 'ui.do': 'find' });
      await writer.send({ 'ui.found': choiceOf(found, 'Грецька'), 'ui.do': 'choose' });
      await writer.send({ 'ui.do': 'middle' });
      await writer.open('/appeals/new/where?way=search');
      await writer.send({ 'ui.do': 'words' });
      await writer.send({ 'place.description': 'десь у центрі' });
      await writer.open('/appeals/new/where?way=pin');
      assert.deepEqual(pinIn(writer), [0, 0]);
      assert.doesNotMatch(await writer.open('/appeals/new/where?way=pin'), /<strong>Грецька/);
    });
    it('goes on for what is about no place', async () => {
      const writer = aWriter(site);
      await writer.open(WHERE);
      await writer.send({ 'ui.do': 'nowhere' });
      assert.match(writer.at, /^\/appeals\/new\/what/);
    });
    it('keeps a text of any kind and length as it was typed, cannot be made to run it, and says what is wrong', async () => {
      for (const [typed, status] of [
        ['ж'.repeat(50_000), 422],
        ['<script>alert(1)</script><img src=x onerror=alert(1)>', 303],
        ['🐈🐈🐈', 303],
        ['\u0000нуль', 422],
      ] as const) {
        const writer = aWriter(site);
        await writer.open('/appeals/new/where?way=words');
        await writer.send({ 'place.description': typed }, status);
        const page = await writer.open('/appeals/new/where?way=words');
        assert.doesNotMatch(page, /<script>|<img/);
        assert.equal(writer.fields['place.description']?.length, typed.length);
      }
    });
    it('takes a district of the city alone', async () => {
      const writer = aWriter(site);
      await writer.open('/appeals/new/where?way=words');
      for (const wrong of ['kyiv', '__proto__', 'x'.repeat(500)])
        await writer.send({ 'place.description': 'біля мосту', 'place.districtCode': wrong }, 422);
    });
  });

  it('takes no name that is none of its fields', async () => {
    const writer = aWriter(site);
    await writer.open('/appeals/new/where?way=words');
    const odd = {
      __proto__x: '1',
      'constructor.prototype.x': '1',
      'applicant.lastName': 'Чужий',
      'place.__proto__.x': '1',
    };
    await writer.send({ 'place.description': 'біля мосту', ...odd });
    assert.equal(({} as { x?: string }).x, undefined);
    const page = await writer.open('/appeals/new/you');
    assert.doesNotMatch(page, /Чужий/);
  });
  it('is nobody else’s: another browser sees an empty step', async () => {
    const writer = aWriter(site);
    await writer.open('/appeals/new/where?way=words');
    await writer.send({ 'place.description': 'таємне місце' });
    assert.doesNotMatch(await aWriter(site).open('/appeals/new/where?way=words'), /таємне місце/);
    await writer.open('/appeals/new/where');
    await writer.browser.post('/appeals/new/start-over').expect(303);
    assert.doesNotMatch(await writer.open('/appeals/new/where?way=words'), /таємне місце/);
  });
});
