import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import request from 'supertest';
import { type Petition, signPetition } from '#server/petitions/index.ts';
import { PetitionModel } from '#server/petitions/petition.model.ts';
import { setClock } from '../../support/clock.ts';
import { aBrowser } from '../../support/pages.client.ts';
import { plain } from '../../support/petition-pages.ts';
import { aPublished, aSigner, sealAll } from '../../support/petitions.ts';
import { useSite } from '../../support/site.ts';
import { aFolder } from '../../support/throw-away.ts';

const run = promisify(execFile);

describe('pages: the files of a petition', () => {
  const site = useSite();
  let browser: ReturnType<typeof aBrowser>;
  before(() => {
    browser = aBrowser(site);
  });
  beforeEach(() => setClock('2026-03-03T08:00:00Z'));
  const page = async (petition: Pick<Petition, 'number'>, below = ''): Promise<string> =>
    plain((await browser.get(`/petitions/${petition.number}${below}`).expect(200)).text);

  it('are read from any site, and the list passes the verifier that is given with it', async () => {
    const petition = await aPublished();
    for (let n = 0; n < 5; n += 1) await signPetition(petition, aSigner(n));
    await sealAll();
    const folder = aFolder('verify');
    const take = async (path: string, name: string): Promise<string> => {
      const answer = await fetch(site.origin + path);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get('access-control-allow-origin'), '*', path);
      const text = await answer.text();
      writeFileSync(join(folder, name), text);
      return text;
    };
    const list = await take(`/petitions/${petition.number}/signatures.ndjson`, 'list.ndjson');
    await take('/petitions/verify-petition.mjs', 'verify.mjs');
    await take('/petitions/keys.json', 'keys.json');
    const verify = () => run(process.execPath, ['verify.mjs', 'list.ndjson', '--keys', 'keys.json'], { cwd: folder });
    assert.match((await verify()).stdout, /5 signatures count, 0 were removed/);
    const resealed = list.replace(/"signature":"(.)/, (_, sign) => `"signature":"${sign === 'A' ? 'B' : 'A'}`);
    writeFileSync(join(folder, 'list.ndjson'), resealed);
    await assert.rejects(verify(), /seal/);
  });
  it('lets other sites read the API of petitions, and nothing else', async () => {
    const petition = await aPublished();
    for (const path of ['/api/v1/petitions', `/api/v1/petitions/${petition.number}`])
      await browser.get(path).expect(200).expect('access-control-allow-origin', '*');
    const posted = await browser.post('/api/v1/petitions', {});
    assert.equal(posted.headers['access-control-allow-origin'], undefined);
    assert.equal((await browser.get('/api/v1/catalogue')).headers['access-control-allow-origin'], undefined);
  });
  it('have a picture for links that is made anew with a new step of the count alone', async () => {
    const petition = await aPublished();
    const ask = (path = `/petitions/${petition.number}/card.png`, etag = '') =>
      request(site.origin).get(path).set('if-none-match', etag).buffer();
    const count = (eid: number) => PetitionModel.updateOne({ _id: petition._id }, { $set: { 'tally.eid': eid } });
    const first = await ask().expect(200);
    const { width, height, format } = await sharp(first.body).metadata();
    assert.deepEqual([width, height, format], [1_200, 630, 'png']);
    const etag = String(first.headers.etag);
    await ask(undefined, etag).expect(304);
    await count(49);
    await ask(undefined, etag).expect(304);
    await count(50);
    const second = await ask(undefined, etag).expect(200);
    assert.notEqual(second.headers.etag, etag);
    const english = await ask(`/en/petitions/${petition.number}/card.png`).expect(200);
    const digest = (body: Buffer) => createHash('sha256').update(body).digest('hex');
    assert.notEqual(digest(english.body), digest(second.body));
    const text = await page(petition);
    assert.ok(
      text.includes(`<meta property="og:image" content="${site.origin}/petitions/${petition.number}/card.png"`),
    );
    assert.ok(text.includes(`<meta property="og:url" content="${site.origin}/petitions/${petition.number}"`));
  });
  it('have a poster whose picture leads to the short address, and that to the petition', async () => {
    const petition = await aPublished();
    const text = await page(petition, '/poster');
    const [svg = ''] = /<svg class="qr".*?<\/svg>/s.exec(text) ?? [];
    const drawn = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"');
    const { data, info } = await sharp(Buffer.from(drawn)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const address = decodeQR({ width: info.width, height: info.height, data });
    assert.equal(address, `${site.origin}/p/${petition.number}`);
    await browser.get(`/p/${petition.number}`).expect(303).expect('location', `/petitions/${petition.number}`);
    await browser.get(`/en/p/${petition.number}`).expect(303).expect('location', `/en/petitions/${petition.number}`);
  });
  it('have a counter that the city’s sites may frame, and that sets nothing', async () => {
    const petition = await aPublished();
    const { text, headers } = await browser.get(`/embed/petitions/${petition.number}`).expect(200);
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'self' http:\/\/127\.0\.0\.1:\*/);
    assert.equal(headers['x-frame-options'], undefined);
    assert.equal(headers['set-cookie'], undefined);
    assert.match(text, /<progress.*target="_blank" rel="noopener">Підписати петицію/s);
    const own = await browser.get(`/petitions/${petition.number}`);
    assert.match(String(own.headers['content-security-policy']), /frame-ancestors 'none'/);
  });
});
