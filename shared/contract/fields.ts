import * as z from 'zod/mini';
import { wireAddress } from '#shared/domain/email.ts';
import { readPhone } from '#shared/domain/phone.ts';
import type { FieldCode } from '#shared/domain/problems.ts';

/** Control characters save tab and line feed, unpaired surrogates, and the mark of a failed decoding. */
const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cs}\ufffd]/u;
/** More marks on one letter than any language has (UAX #15, stream-safe text); the time to put a row of them in order grows with its square. */
const HEAPED = /\p{M}{31}/u;

/** Small vocabulary of fields, so that a domain schema reads as a list of facts. */
export const id = () => z.string().check(z.regex(/^[0-9a-f]{24}$/));
/** Words of a person: trimmed, in Unicode NFC, without control characters, broken surrogates and heaped marks; lengths in UTF-16 units. */
export const text = ({ min, max }: { min: number; max: number }) =>
  z.string().check(
    z.overwrite((typed) => (HEAPED.test(typed) ? typed : typed.replace(/\r\n?/g, '\n').normalize('NFC').trim())),
    z.minLength(min),
    z.maxLength(max),
    z.check((ctx) => {
      if (UNPRINTABLE.test(ctx.value) || HEAPED.test(ctx.value))
        ctx.issues.push({ ...wrong('field.invalid'), input: ctx.value });
    }),
  );
/** The same, where at least one letter is needed: a text of signs and pictures alone says nothing that can be acted on. */
export const words = (lengths: { min: number; max: number }) =>
  text(lengths).check(
    z.check((ctx) => {
      if (ctx.value.length >= lengths.min && !/\p{L}/u.test(ctx.value))
        ctx.issues.push({ ...wrong('text.no-words'), input: ctx.value });
    }),
  );
export const code = () => z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/));
export const moment = () => z.iso.datetime();
export const legalDate = () => z.iso.date();
/** The public number: ten digits; spaces that people type between groups are dropped. */
export const caseNumber = () =>
  z.string().check(
    z.overwrite((s) => s.replace(/\s/g, '')),
    z.regex(/^\d{10}$/),
  );

/** Says what is wrong by a code of our own, which `server/http` passes on and texts put into words. */
export const wrong = (code: FieldCode, path: PropertyKey[] = []) => ({
  code: 'custom' as const,
  params: { code },
  path,
});

/** A check of a whole object that runs even when some of its fields are wrong, so that all faults are told at once. */
export function even<T>(check: z.core.$ZodCheck<T>): z.core.$ZodCheck<T> {
  check._zod.def.when = ({ value }) => typeof value === 'object' && value !== null;
  return check;
}

/** A Ukrainian mobile number however it was typed; after parsing it is E.164. Landlines and foreign numbers get no texts, and are told so. */
export const mobile = () =>
  z.string().check(
    z.maxLength(40),
    z.check((ctx) => {
      const { kind } = readPhone(ctx.value);
      if (kind === 'mobile') return;
      const code = kind === 'invalid' ? 'phone.invalid' : kind === 'foreign' ? 'phone.foreign' : 'phone.not-mobile';
      ctx.issues.push({ ...wrong(code), input: ctx.value });
    }),
    z.overwrite((typed) => readPhone(typed).e164 ?? typed),
  );
/** zod's own pattern, and such last parts of a domain as `xn--j1amh` (укр). */
const MAILBOX =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/;
/** An e-mail address; a domain that was typed in Ukrainian letters is put into those of the wire. */
export const email = () =>
  z.string().check(z.trim(), z.maxLength(200), z.overwrite(wireAddress), z.email({ pattern: MAILBOX }));

/** The address of a page as it was typed, whole or without its first part; null for what is none, or leads elsewhere than to a site. */
function pageAddress(typed: string): string | null {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(typed) && !/^[^/]*:\d/.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  const isSite = url && /^https?:$/.test(url.protocol) && /[^.]\.[^.]/.test(url.hostname);
  return isSite && !url.username && !url.password ? url.href : null;
}
/** The address of a public page on the web, by http or https; after parsing it is whole, as the URL standard writes it. */
export const webAddress = () =>
  z.string().check(
    z.trim(),
    z.maxLength(500),
    z.check((ctx) => {
      if (pageAddress(ctx.value) === null) ctx.issues.push({ ...wrong('url.invalid'), input: ctx.value });
    }),
    z.overwrite((typed) => pageAddress(typed) ?? typed),
  );

/** A GeoJSON point, `[lng, lat]` in degrees: the one form in which a place travels or lies. */
export const Point = z.object({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number().check(z.gte(-180), z.lte(180)), z.number().check(z.gte(-90), z.lte(90))]),
});
export type Point = z.infer<typeof Point>;

/** The header that makes a repeated filing harmless (draft-ietf-httpapi-idempotency-key-header). */
export const IdempotencyHeaders = z.object({
  'idempotency-key': z.optional(z.string().check(z.minLength(8), z.maxLength(200))),
});
