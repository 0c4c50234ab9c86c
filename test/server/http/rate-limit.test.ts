import { expect, test } from "vitest";
import { clientOf, RateLimit } from "../../../src/server/http/rate-limit.ts";

test("lets a client have its share, tells it when to come back, and keeps clients apart", () => {
  let now = 0;
  const limit = new RateLimit(2, () => now);
  expect([limit.take("a"), limit.take("a"), limit.take("a"), limit.take("b")]).toEqual([0, 0, 30, 0]);
  now += 30_000;
  expect([limit.take("a"), limit.take("a")]).toEqual([0, 30]);
  now += 3_600_000;
  expect([limit.take("a"), limit.take("a"), limit.take("a")]).toEqual([0, 0, 30]);
});

test("forgets the clients not seen for longest rather than grow without bound", () => {
  const limit = new RateLimit(1, () => 0);
  limit.take("first");
  for (let client = 0; client < 9_999; client++) limit.take(String(client));
  expect(limit.take("first")).toBeGreaterThan(0);
  for (let client = 0; client < 10_000; client++) limit.take(`later ${client}`);
  expect(limit.take("first")).toBe(0);
});

test("0 is no limit", () => {
  const limit = new RateLimit(0);
  for (let request = 0; request < 100; request++) expect(limit.take("a")).toBe(0);
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["", ""],
])("the address %s is the client %s", (address, client) => {
  expect(clientOf(address)).toBe(client);
});
