import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { SMS_PROVIDERS, type SmsProvider } from '#shared/domain/sms-providers.ts';

const unset = z.literal('').transform(() => undefined);
const optional = <T extends z.ZodType>(shape: T) => z.union([unset, shape]).optional();
const number = z.string().regex(/^\d+$/).transform(Number);
const perSecond = number.refine((rate) => rate >= 1 && rate <= 1_000, '1 to 1000');
const underWay = number.refine((count) => count >= 1 && count <= 100_000, '1 to 100000');
/** `id:base64,…` of 32-byte keys, the current one first. */
const keyRing = z
  .string('keys as id:base64 of 32 bytes')
  .regex(/^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/, 'keys as id:base64 of 32 bytes, comma between');
/** `+3600000` shifts the clock by so many milliseconds; an RFC 3339 instant is where it starts. */
const clock = z
  .union([z.string().regex(/^[+-]\d{1,13}$/), z.iso.datetime({ offset: true })])
  .transform((said) => (/^[+-]\d+$/.test(said) ? Number(said) : Date.parse(said) - Date.now()));
/** Whether an address of tiles says where zoom, column and row go. */
const hasTilePlaces = (url: string): boolean => ['{z}', '{x}', '{y}'].every((place) => url.includes(place));
/** `no-reply@city.example`, or with a name before it: `Відгук <no-reply@city.example>`. */
const mailFrom = z
  .string()
  .regex(/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, 'an address, or a name and <an address>')
  .transform((said) => {
    const [, name = '', address = said] = /^(.*)<(.+)>$/.exec(said) ?? [];
    return { name: name.trim(), address };
  });

/** What each gateway of texts cannot do without. */
const GATEWAY_SETTINGS = {
  http: ['SMS_HTTP_URL', 'SMS_HTTP_KEY'],
  smpp: ['SMS_SMPP_URL'],
  twilio: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_MESSAGING_SERVICE_SID'],
} as const satisfies Record<SmsProvider, readonly string[]>;
/** What electronic identification cannot do without. */
const EID_SETTINGS = ['EID_ISSUER', 'EID_CLIENT_ID', 'EID_CLIENT_SECRET'] as const;

const Settings = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    PORT: number.refine((port) => port <= 65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
    TRUSTED_PROXIES: number.default(0),
    VIDHUK_DATA_DIR: z.string().min(1).default('.data'),
    MONGODB_URI: z.string('a mongodb:// address').startsWith('mongodb'),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }),
    DATA_KEYS: keyRing,
    HISTORY_KEYS: keyRing,
    TWILIO_ACCOUNT_SID: optional(z.string().regex(/^AC[0-9a-f]{32}$/)),
    TWILIO_AUTH_TOKEN: optional(z.string().min(16)),
    TWILIO_MESSAGING_SERVICE_SID: optional(z.string().regex(/^MG[0-9a-f]{32}$/)),
    TWILIO_API_URL: optional(z.url({ protocol: /^https?$/ })),
    /** An operator's own gateway by HTTP: its address, the key by which it knows us, and the key that it signs receipts with. */
    SMS_HTTP_URL: optional(z.url({ protocol: /^https?$/ })),
    SMS_HTTP_KEY: optional(z.string().regex(/^[\w.~+/=-]{16,}$/, 'a key of 16 or more characters of a bearer token')),
    SMS_HOOK_KEY: optional(z.string().min(32)),
    /** Or by SMPP, as `ssmpp://name:password@host:port`. */
    SMS_SMPP_URL: optional(z.url({ protocol: /^s?smpp$/ })),
    /** The name that phones show, registered with the operators. */
    SMS_SENDER: optional(z.string().regex(/^[A-Za-z0-9]{3,11}$/, '3 to 11 Latin letters and digits')),
    /** The order in which gateways are asked, such as `http,twilio`. */
    SMS_GATEWAYS: optional(
      z
        .string()
        .transform((said) => said.split(',').map((name) => name.trim()))
        .pipe(z.array(z.enum(SMS_PROVIDERS)))
        .refine((names) => new Set(names).size === names.length, 'each once'),
    ),
    /** Where files are looked through before they are kept; without it they are not. */
    CLAMD_URL: optional(z.url({ protocol: /^tcp$/ })),
    /** Texts and letters a second that the provider and the mail server bear from the city, over all workers together. */
    SMS_PER_SECOND: perSecond.default(10),
    MAIL_PER_SECOND: perSecond.default(10),
    SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
    MAIL_FROM: optional(mailFrom),
    /** Raster tiles in place of the drawn map, such as `https://tiles.example/{z}/{x}/{y}.png`, and whom to name for them: words, or words and an address. */
    MAP_TILES_URL: optional(
      z
        .string()
        .regex(/^https?:\/\/[^{}\s]+\/[^\s]*\{z\}[^\s]*$/)
        .refine(hasTilePlaces, 'an address with {z}, {x} and {y}'),
    ),
    MAP_TILES_ATTRIBUTION: optional(z.string().max(200)),
    /** Origins of the sites that may show the map in a frame, such as `https://city.example`, with spaces between them. */
    EMBED_ORIGINS: optional(
      z
        .string()
        .transform((said) => said.trim().split(/\s+/))
        .pipe(z.array(z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d+)?$/))),
    ),
    /** The provider of electronic identification by OpenID Connect, and by what it knows the city's site; all three or none. */
    EID_ISSUER: optional(z.url({ protocol: /^https?$/ })),
    EID_CLIENT_ID: optional(z.string().min(1).max(200)),
    EID_CLIENT_SECRET: optional(z.string().min(16)),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    /** Multiplies every limit on requests; for load tests and the demo. */
    RATE_LIMIT_SCALE: number.refine((scale) => scale >= 1).default(1),
    /**
     * What one web process carries: how late its event loop may be on the average of a quarter of a second, in milliseconds, and
     * how many requests of each class may be under way at once.
     */
    SHED_DELAY_MS: number.refine((ms) => ms >= 10 && ms <= 10_000, '10 to 10000').default(100),
    SHED_DEAR: underWay.default(32),
    SHED_PLAIN: underWay.default(256),
    SHED_VITAL: underWay.default(1024),
    VIDHUK_DEMO: optional(z.literal('1')),
    VIDHUK_CLOCK: optional(clock),
  })
  .superRefine((said, ctx) => {
    if (said.NODE_ENV === 'production' && said.VIDHUK_CLOCK !== undefined && !said.VIDHUK_DEMO)
      ctx.addIssue({ code: 'custom', path: ['VIDHUK_CLOCK'], message: 'refused in production' });
    for (const name of said.SMS_GATEWAYS ?? [])
      if (!GATEWAY_SETTINGS[name].every((setting) => said[setting]))
        ctx.addIssue({
          code: 'custom',
          path: ['SMS_GATEWAYS'],
          message: `${name} needs ${GATEWAY_SETTINGS[name].join(', ')}`,
        });
    if (Boolean(said.SMS_HTTP_URL) !== Boolean(said.SMS_HTTP_KEY))
      ctx.addIssue({ code: 'custom', path: ['SMS_HTTP_KEY'], message: 'goes with SMS_HTTP_URL' });
    if (EID_SETTINGS.some((setting) => said[setting]))
      for (const setting of EID_SETTINGS.filter((one) => !said[one]))
        ctx.addIssue({ code: 'custom', path: [setting], message: `${EID_SETTINGS.join(', ')} go together` });
    if (said.NODE_ENV === 'production' && said.EID_ISSUER?.startsWith('http:'))
      ctx.addIssue({ code: 'custom', path: ['EID_ISSUER'], message: 'https in production' });
  });
/** The settings of one process, by their names outside. */
export type Config = Readonly<z.infer<typeof Settings>>;

/** A wrong setting: the message names every one at once and shows no value. */
export class SettingsError extends Error {}

const ofFile = (name: string, path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new SettingsError(`Settings:\n  ${name}: the file that it names cannot be read`);
  }
};

/** Reads the settings once, at start; `NAME_FILE` gives `NAME`. A wrong one stops the process: every complaint at once, no values. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const fromFiles = Object.entries(env).flatMap(([name, path]) => {
    const plain = name.replace(/_FILE$/, '');
    return plain !== name && plain in Settings.shape && path ? [[plain, ofFile(name, path)]] : [];
  });
  const read = Settings.safeParse({ ...env, ...Object.fromEntries(fromFiles) });
  if (read.success) return Object.freeze(read.data);
  const complaints = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new SettingsError(`Settings:\n${complaints.join('\n')}`);
}
