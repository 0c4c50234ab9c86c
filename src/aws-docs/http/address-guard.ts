import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/**
 * Addresses that no public documentation host resolves to: whoever answers DNS must not be able to point us
 * at the machine's own network or at a cloud's metadata service.
 */
const blocked = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["224.0.0.0", 3],
] as const)
  blocked.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const)
  blocked.addSubnet(network, prefix, "ipv6");

/** `code` of the error with which a connection to such an address fails. */
export const BLOCKED_ADDRESS = "EBLOCKEDADDR";

/** True for loopback, private, link-local, shared and multicast addresses, IPv4 within IPv6 included. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return blocked.check(address, "ipv4");
  return family !== 6 || blocked.check(address, "ipv6");
}

/** A `lookup` for sockets that fails when any of the answers is private. */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isPrivateAddress(address))) {
      const refusal: NodeJS.ErrnoException = new Error("the host resolves to a private address");
      refusal.code = BLOCKED_ADDRESS;
      return callback(refusal, []);
    }
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
