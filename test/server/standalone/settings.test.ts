import assert from 'node:assert/strict';
import { demoEnvironment } from '#server/standalone/environment.ts';
import { launcherSettings } from '#server/standalone/settings.ts';
import { Trouble } from '#server/standalone/trouble.js';

const keys = {
  DATA_KEYS: 'demo:data',
  HISTORY_KEYS: 'demo:history',
  TWILIO_ACCOUNT_SID: 'ACdemo',
  TWILIO_AUTH_TOKEN: 'demo',
  TWILIO_MESSAGING_SERVICE_SID: 'MGdemo',
};
const environmentOf = (env: NodeJS.ProcessEnv, clockMs = 0) =>
  demoEnvironment(env, {
    settings: launcherSettings(env, '/city'),
    dataFolder: '/city/.data',
    keys,
    mongodbUri: 'mongodb://127.0.0.1:1/vidhuk',
    redisUrl: 'redis://127.0.0.1:2',
    simulatorPort: 3,
    mailPort: 4,
    clockMs,
  });

describe('launcher settings', () => {
  it('need nothing to be set', () => {
    assert.deepEqual(launcherSettings({}, '/city'), {
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      dataFolder: '/city/.data',
      mongodbUri: null,
      redisUrl: null,
      clockMs: null,
    });
  });
  it('follow the port, and take databases that were given', () => {
    const env = {
      PORT: '8080',
      MONGODB_URI: 'mongodb://db/x',
      REDIS_URL: 'redis://queue',
      VIDHUK_DATA_DIR: '/elsewhere',
    };
    const { publicUrl, mongodbUri, redisUrl, dataFolder } = launcherSettings(env, '/city');
    assert.deepEqual(
      [publicUrl, mongodbUri, redisUrl, dataFolder],
      ['http://127.0.0.1:8080', 'mongodb://db/x', 'redis://queue', '/elsewhere'],
    );
  });
  it('name every wrong one at once, and no value', () => {
    const env = { PORT: 'secret-a', LOG_LEVEL: 'secret-b', MONGODB_URI: 'secret-c', VIDHUK_CLOCK: 'secret-d' };
    assert.throws(
      () => launcherSettings(env, '/city'),
      (error: Error) =>
        error instanceof Trouble &&
        Object.keys(env).every((name) => error.message.includes(name)) &&
        !/secret/.test(error.message),
    );
  });
  it('do not mind a real provider’s, which the demo never sees', () => {
    const env = {
      TWILIO_ACCOUNT_SID: 'wrong',
      TWILIO_AUTH_TOKEN: 'real',
      TWILIO_AUTH_TOKEN_FILE: '/run/secrets/real',
      SMTP_URL: 'smtps://real.example',
      SMTP_URL_FILE: '/run/secrets/mail',
      MAIL_FROM: 'city@real.example',
      SMS_SMPP_URL: 'smpp://city:real@real.example',
      SMS_HTTP_KEY_FILE: '/run/secrets/gateway',
    };
    const given = environmentOf(env);
    assert.equal(given.TWILIO_AUTH_TOKEN, 'demo');
    assert.equal(given.TWILIO_AUTH_TOKEN_FILE, undefined);
    assert.deepEqual([given.SMS_SMPP_URL, given.SMS_HTTP_KEY_FILE], [undefined, undefined]);
    assert.equal(given.TWILIO_API_URL, 'http://127.0.0.1:3');
    assert.deepEqual(
      [given.SMTP_URL, given.SMTP_URL_FILE, /real/.test(given.MAIL_FROM ?? '')],
      ['smtp://127.0.0.1:4', undefined, false],
    );
  });
});

describe('environment of the demo’s processes', () => {
  it('says that it is the demo, in production’s form, and passes the rest on', () => {
    const given = environmentOf({ NODE_ENV: 'test', LOG_LEVEL: 'warn', DATA_KEYS: `own:${'A'.repeat(43)}=` });
    assert.deepEqual([given.NODE_ENV, given.VIDHUK_DEMO, given.LOG_LEVEL], ['production', '1', 'warn']);
    assert.match(given.DATA_KEYS ?? '', /^own:/);
    assert.equal(given.HISTORY_KEYS, keys.HISTORY_KEYS);
  });
  it('gives all processes one offset of the clock, whatever the person wrote', () => {
    assert.equal(environmentOf({ VIDHUK_CLOCK: '2026-03-03T10:00:00+02:00' }, 5_000).VIDHUK_CLOCK, '+5000');
    assert.equal(environmentOf({}, -5_000).VIDHUK_CLOCK, '-5000');
    assert.ok(!('VIDHUK_CLOCK' in environmentOf({})));
  });
});
