/** A block of IP addresses in CIDR notation; a single address is a block of one. */
export interface IpRange {
  readonly bits: 32 | 128;
  readonly address: bigint;
  /** Length of the fixed beginning. */
  readonly prefix: number;
}

const PART = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Reads `203.0.113.0/24` or `2001:db8::/32`, or gives undefined. */
export function parseIpRange(text: string): IpRange | undefined {
  if (text.length > 50) return undefined;
  const [address = "", prefix, ...more] = text.split("/");
  if (more.length > 0) return undefined;
  const bits = address.includes(":") ? 128 : 32;
  const value = bits === 128 ? parseIpv6(address) : parseIpv4(address);
  if (value === undefined) return undefined;
  if (prefix === undefined) return { bits, address: value, prefix: bits };
  if (!PART.test(prefix) || Number(prefix) > bits) return undefined;
  return { bits, address: value, prefix: Number(prefix) };
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => PART.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail];
  if (!groups.every((group) => GROUP.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

/** The first address of the block, which is how CIDR notation writes it. */
export function networkAddress({ bits, address, prefix }: IpRange): bigint {
  const free = BigInt(bits - prefix);
  return (address >> free) << free;
}

/** The block in its proper form, `10.0.0.5/8` as `10.0.0.0/8`. */
export function formatNetwork(range: IpRange): string {
  const address = networkAddress(range);
  return `${range.bits === 32 ? formatIpv4(address) : formatIpv6(address)}/${range.prefix}`;
}

function formatIpv4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".");
}

function formatIpv6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => (address >> BigInt(112 - 16 * index)) & 65535n);
  const last = groups.findLastIndex((group) => group !== 0n);
  const text = groups.slice(0, last + 1).map((group) => group.toString(16));
  return text.length === 8 ? text.join(":") : `${text.join(":")}::`;
}

/** The blocks of RFC 1918 and RFC 4193, which no caller comes from over the internet. */
const privateBlocks: readonly IpRange[] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]
  .map(parseIpRange)
  .filter((range) => range !== undefined);

export function isPrivate(range: IpRange): boolean {
  return privateBlocks.some((block) => {
    const free = BigInt(block.bits - block.prefix);
    return (
      block.bits === range.bits &&
      block.prefix <= range.prefix &&
      block.address >> free === range.address >> free
    );
  });
}
