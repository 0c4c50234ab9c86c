import { expect, test } from "vitest";
import { formatNetwork, isPrivate, parseIpRange } from "../../src/policy/ip-range.ts";

test.each([
  ["10.0.0.5/8", "10.0.0.0/8", true],
  ["203.0.113.77", "203.0.113.77/32", false],
  ["172.31.7.0/16", "172.31.0.0/16", true],
  ["192.169.0.0/16", "192.169.0.0/16", false],
  ["2001:DB8:0:1::5/32", "2001:db8::/32", false],
  ["fd00::1", "fd00:0:0:0:0:0:0:1/128", true],
  ["0.0.0.0/0", "0.0.0.0/0", false],
])("%s", (text, network, wanted) => {
  const range = parseIpRange(text);
  expect(range && isPrivate(range)).toBe(wanted);
  expect(range && formatNetwork(range)).toBe(network);
});

test.each([
  "",
  "10.0.0",
  "10.0.0.256",
  "10.0.0.0/33",
  "1.2.3.4/8/8",
  "::1::",
  "1:2:3:4:5:6:7:8:9",
  "g::",
  "01.2.3.4",
  "x",
])("%j is no block of addresses", (text) => expect(parseIpRange(text)).toBeUndefined());
