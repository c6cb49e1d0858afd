/** A key that makes a repeated press harmless: 128 random bits. It works without a secure context, as in an office network. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
