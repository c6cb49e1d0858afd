import { randomBytes } from 'node:crypto';
import { hashPassword } from '#server/identity/index.ts';
import { now } from '#server/platform/clock.ts';
import { crockford } from '#server/platform/secrets.ts';

const LIFETIME_MS = 3 * 86_400_000;
const LENGTH = 16;

/** A one-time password of 80 random bits, to be told once: what is kept of it, and until when it may be used. */
export async function newOneTimePassword(): Promise<{
  password: string;
  kept: { passwordHash: string; oneTimeUntil: Date };
}> {
  const password = (crockford(randomBytes(LENGTH), LENGTH).match(/.{4}/g) ?? []).join('-');
  const oneTimeUntil = new Date(now().getTime() + LIFETIME_MS);
  return { password, kept: { passwordHash: await hashPassword(password), oneTimeUntil } };
}
