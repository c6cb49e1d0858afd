import { isIPv4, isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address as numbers; a dotted end counts as two. */
function groupsOf(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [, before = '', a, b, c, d] = dotted ?? [];
  const pair = (high?: string, low?: string): string => (Number(high) * 256 + Number(low)).toString(16);
  const plain = dotted ? `${before}${pair(a, b)}:${pair(c, d)}` : address;
  const [head = '', tail] = plain.split('::');
  const read = (part: string): number[] =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16));
  const [first, last] = [read(head), read(tail ?? '')];
  return [...first, ...Array<number>(Math.max(0, 8 - first.length - last.length)).fill(0), ...last];
}

/**
 * The network that an address belongs to: of IPv4 its /24, of IPv6 its /48, which is the most that one customer is given
 * (RFC 6177); an IPv4 address in the clothes of IPv6 is what it is. Whatever is no address is one network together.
 */
export function networkAround(address: string): string {
  const bare = address.split('%', 1)[0] ?? '';
  if (isIPv4(bare)) return `${bare.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(bare)) return 'unknown';
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const [high = 0, low = 0] = groups.slice(6);
  if (isMapped) return `${high >> 8}.${high & 255}.${low >> 8}.0/24`;
  return `${groups
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(':')}::/48`;
}
