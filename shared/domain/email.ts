/** A domain in any script: nothing but letters, digits, dots and dashes may stand where it is put into other letters. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
const WIRE = /^[\w.-]*$/;

/** An address with its domain in the letters of the wire: `пошта.укр` becomes `xn--80a1acn3a.xn--j1amh` (IDNA); itself where that cannot be. */
export function wireAddress(typed: string): string {
  const at = typed.lastIndexOf('@') + 1;
  const domain = typed.slice(at);
  if (at < 2 || WIRE.test(domain) || !DOMAIN.test(domain)) return typed;
  try {
    return typed.slice(0, at) + new URL(`http://${domain}`).hostname;
  } catch {
    return typed;
  }
}
/** What two spellings of one mailbox have in common: no mail server of today tells capitals apart. */
export const mailboxKey = (email: string): string => email.toLowerCase();
