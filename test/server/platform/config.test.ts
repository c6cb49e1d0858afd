import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, SettingsError } from '#server/platform/config.ts';
import { aFolder } from '../../support/throw-away.ts';

const KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const RIGHT = {
  PUBLIC_URL: 'https://vidhuk.example/',
  MONGODB_URI: 'mongodb://127.0.0.1/vidhuk',
  REDIS_URL: 'redis://127.0.0.1',
  DATA_KEYS: KEY,
  HISTORY_KEYS: KEY,
};
const complaint = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof SettingsError, String(error));
    return error.message;
  }
  return assert.fail('nothing was complained of');
};

describe('platform: settings', () => {
  it('are read with their defaults, and cannot be changed afterwards', () => {
    const config = readConfig(RIGHT);
    const { PORT, HOST, TRUSTED_PROXIES, RATE_LIMIT_SCALE, LOG_LEVEL, PUBLIC_URL, VIDHUK_DEMO, VIDHUK_CLOCK } = config;
    assert.deepEqual(
      [PORT, HOST, TRUSTED_PROXIES, RATE_LIMIT_SCALE, LOG_LEVEL, VIDHUK_DEMO, VIDHUK_CLOCK],
      [3000, '127.0.0.1', 0, 1, 'info', undefined, undefined],
    );
    assert.equal(PUBLIC_URL, 'https://vidhuk.example');
    assert.throws(() => Object.assign(config, { PORT: 1 }), TypeError);
  });

  it('are complained of all at once, by name', () => {
    const said = complaint({ PORT: '70000', TRUSTED_PROXIES: '-1', DATA_KEYS: 'k1:short', TWILIO_ACCOUNT_SID: 'AC1' });
    for (const name of [
      'PORT',
      'TRUSTED_PROXIES',
      'PUBLIC_URL',
      'MONGODB_URI',
      'REDIS_URL',
      'DATA_KEYS',
      'HISTORY_KEYS',
      'TWILIO_ACCOUNT_SID',
    ])
      assert.match(said, new RegExp(`^  ${name}: \\S`, 'm'), name);
  });

  it('name the sites that may frame the map as origins, with nothing that a policy would take for more', () => {
    const { EMBED_ORIGINS } = readConfig({ ...RIGHT, EMBED_ORIGINS: ' https://city.example  http://127.0.0.1:8080 ' });
    assert.deepEqual(EMBED_ORIGINS, ['https://city.example', 'http://127.0.0.1:8080']);
    assert.equal(readConfig({ ...RIGHT, EMBED_ORIGINS: '' }).EMBED_ORIGINS, undefined);
    for (const said of ['*', 'https://*', "'self'", 'https://city.example/map', "https://a.example; script-src 'self'"])
      assert.match(complaint({ ...RIGHT, EMBED_ORIGINS: said }), /^ {2}EMBED_ORIGINS/m, said);
  });

  it('are never shown by their values', () => {
    const values = {
      PUBLIC_URL: 'ftp://value-one.example',
      MONGODB_URI: 'value-two://user:pass@host',
      REDIS_URL: 'http://value-three',
      DATA_KEYS: 'value-four',
      HISTORY_KEYS: 'value-five',
      TWILIO_ACCOUNT_SID: 'value-six',
      TWILIO_AUTH_TOKEN: 'value-seven',
      SMS_HTTP_URL: 'ftp://value-thirteen',
      SMS_HTTP_KEY: 'value-14',
      SMS_HOOK_KEY: 'value-fifteen',
      SMS_SMPP_URL: 'http://value-sixteen',
      SMS_SENDER: 'value-seventeen',
      SMS_GATEWAYS: 'value-eighteen',
      SMTP_URL: 'http://value-eleven',
      MAIL_FROM: 'value-twelve',
      LOG_LEVEL: 'value-eight',
      VIDHUK_CLOCK: 'value-nine',
      RATE_LIMIT_SCALE: 'value-ten',
      EID_ISSUER: 'value-nineteen',
      EID_CLIENT_SECRET: 'value-20',
    };
    const said = complaint(values);
    for (const name of Object.keys(values)) assert.match(said, new RegExp(`  ${name}(\\.0)?: `), name);
    assert.doesNotMatch(said, /value-/);
  });

  it('come from the file that NAME_FILE names, without the line feed at its end', () => {
    const file = join(aFolder('settings'), 'data-keys');
    writeFileSync(file, `${KEY}\n`);
    const { DATA_KEYS: _, ...rest } = RIGHT;
    assert.equal(readConfig({ ...rest, DATA_KEYS_FILE: file }).DATA_KEYS, KEY);
    const said = complaint({ ...rest, DATA_KEYS_FILE: join(file, 'nowhere') });
    assert.equal(said, 'Settings:\n  DATA_KEYS_FILE: the file that it names cannot be read');
  });

  it('take an empty value of an optional one for none', () => {
    const empty = { VIDHUK_DEMO: '', VIDHUK_CLOCK: '', TWILIO_AUTH_TOKEN: '', TWILIO_API_URL: '' };
    const { VIDHUK_DEMO, VIDHUK_CLOCK, TWILIO_AUTH_TOKEN, TWILIO_API_URL } = readConfig({ ...RIGHT, ...empty });
    assert.deepEqual(
      [VIDHUK_DEMO, VIDHUK_CLOCK, TWILIO_AUTH_TOKEN, TWILIO_API_URL],
      [undefined, undefined, undefined, undefined],
    );
  });

  it('take several keys of a ring, the current one first, and no key of another length', () => {
    const ring = `${KEY},k0:${Buffer.alloc(32, 8).toString('base64')}`;
    assert.equal(readConfig({ ...RIGHT, DATA_KEYS: ring }).DATA_KEYS, ring);
    for (const length of [16, 31, 33])
      assert.match(complaint({ ...RIGHT, DATA_KEYS: `k1:${Buffer.alloc(length).toString('base64')}` }), /DATA_KEYS/);
  });

  it('take gateways of texts in an order, each with what it cannot do without', () => {
    const http = { SMS_HTTP_URL: 'https://sms.example/v1', SMS_HTTP_KEY: 'k'.repeat(32) };
    const smpp = { SMS_SMPP_URL: 'ssmpp://city:p%40ss@smsc.example:3550' };
    assert.equal(readConfig(RIGHT).SMS_GATEWAYS, undefined);
    assert.deepEqual(readConfig({ ...RIGHT, ...http, ...smpp, SMS_GATEWAYS: 'smpp, http' }).SMS_GATEWAYS, [
      'smpp',
      'http',
    ]);
    assert.match(complaint({ ...RIGHT, ...http, SMS_GATEWAYS: 'http,smpp' }), /SMS_GATEWAYS: smpp needs SMS_SMPP_URL/);
    assert.match(complaint({ ...RIGHT, ...http, SMS_GATEWAYS: 'http,http' }), /SMS_GATEWAYS: each once/);
    assert.match(complaint({ ...RIGHT, SMS_HTTP_URL: http.SMS_HTTP_URL }), /SMS_HTTP_KEY: goes with SMS_HTTP_URL/);
    for (const SMS_SENDER of ['OR', 'OdesaRadaCity', 'Рада', 'Odesa-Rada'])
      assert.match(complaint({ ...RIGHT, SMS_SENDER }), /SMS_SENDER: 3 to 11/);
  });

  it('take a provider of electronic identification whole or not at all, and by https in production', () => {
    const eid = { EID_ISSUER: 'https://id.example', EID_CLIENT_ID: 'city', EID_CLIENT_SECRET: 's'.repeat(32) };
    const { EID_ISSUER, EID_CLIENT_ID, EID_CLIENT_SECRET } = readConfig({ ...RIGHT, ...eid, NODE_ENV: 'production' });
    assert.deepEqual({ EID_ISSUER, EID_CLIENT_ID, EID_CLIENT_SECRET }, eid);
    assert.equal(
      readConfig({ ...RIGHT, EID_ISSUER: '', EID_CLIENT_ID: '', EID_CLIENT_SECRET: '' }).EID_ISSUER,
      undefined,
    );
    for (const lacking of Object.keys(eid))
      assert.match(complaint({ ...RIGHT, ...eid, [lacking]: '' }), new RegExp(`^  ${lacking}: .* go together$`, 'm'));
    const insecure = { ...eid, EID_ISSUER: 'http://id.example' };
    assert.equal(readConfig({ ...RIGHT, ...insecure }).EID_ISSUER, 'http://id.example');
    assert.match(complaint({ ...RIGHT, ...insecure, NODE_ENV: 'production' }), /EID_ISSUER: https in production/);
  });

  it('take a mail server, its name and password within, and a sender with or without a name', () => {
    const { SMTP_URL, MAIL_FROM } = readConfig({
      ...RIGHT,
      SMTP_URL: 'smtps://city:p%40ss@mail.example:465',
      MAIL_FROM: 'Відгук, місто <no-reply@city.example>',
    });
    assert.equal(SMTP_URL, 'smtps://city:p%40ss@mail.example:465');
    assert.deepEqual(MAIL_FROM, { name: 'Відгук, місто', address: 'no-reply@city.example' });
    const bare = readConfig({ ...RIGHT, SMTP_URL: '', MAIL_FROM: 'no-reply@city.example' });
    assert.deepEqual([bare.SMTP_URL, bare.MAIL_FROM], [undefined, { name: '', address: 'no-reply@city.example' }]);
    for (const MAIL_FROM of ['Відгук', 'a@b.co\r\nBcc: c@d.co', 'Відгук <a@b.co>\nX: y', 'a@b.co, c@d.co', '<>'])
      assert.match(complaint({ ...RIGHT, MAIL_FROM }), /^ {2}MAIL_FROM: /m, MAIL_FROM);
    assert.match(complaint({ ...RIGHT, SMTP_URL: 'http://mail.example' }), /^ {2}SMTP_URL: /m);
  });

  it('come from a file also for the mail server', () => {
    const file = join(aFolder('settings'), 'smtp-url');
    writeFileSync(file, 'smtp://mail.example:25\n');
    assert.equal(readConfig({ ...RIGHT, SMTP_URL_FILE: file }).SMTP_URL, 'smtp://mail.example:25');
  });

  describe('the clock', () => {
    it('is shifted by an offset in milliseconds', () => {
      assert.equal(readConfig({ ...RIGHT, VIDHUK_CLOCK: '+3600000' }).VIDHUK_CLOCK, 3_600_000);
      assert.equal(readConfig({ ...RIGHT, VIDHUK_CLOCK: '-1000' }).VIDHUK_CLOCK, -1_000);
    });

    it('starts at an instant', () => {
      const earliest = Date.now();
      const shiftMs = readConfig({ ...RIGHT, VIDHUK_CLOCK: '2026-03-03T10:00:00+02:00' }).VIDHUK_CLOCK ?? 0;
      const latest = Date.now();
      const instant = Date.parse('2026-03-03T08:00:00Z');
      assert.ok(earliest + shiftMs <= instant && instant <= latest + shiftMs, String(shiftMs));
    });

    it('is not taken without a sign or without an offset of its zone', () => {
      for (const VIDHUK_CLOCK of ['3600000', '2026-03-03', '2026-03-03T10:00:00', 'yesterday'])
        assert.match(complaint({ ...RIGHT, VIDHUK_CLOCK }), /^ {2}VIDHUK_CLOCK: /m, VIDHUK_CLOCK);
    });

    it('is refused in production, save in the demo', () => {
      const production = { ...RIGHT, NODE_ENV: 'production', VIDHUK_CLOCK: '+1' } as const;
      assert.equal(complaint(production), 'Settings:\n  VIDHUK_CLOCK: refused in production');
      assert.equal(readConfig({ ...production, VIDHUK_DEMO: '1' }).VIDHUK_CLOCK, 1);
    });
  });
});
