import { expect, test } from "vitest";
import { nearNames } from "../src/near-names.ts";

const names = ["GetObject", "GetObjectAcl", "PutObject", "ListBucket"];
const options = { limit: 2, tolerance: 0.45, maxLength: 20 };

test.each<readonly [string, readonly string[]]>([
  ["GetObjekt", ["GetObject", "GetObjectAcl"]],
  ["listbukket", ["ListBucket"]],
  ["zzzzqqqq", []],
])("nearest to %s: %j", (name, near) => expect(nearNames(name, names, options)).toEqual(near));

test("only the beginning of a long name is compared", () => {
  const long = `GetObject${"x".repeat(10_000)}`;
  expect(nearNames(long, names, { ...options, maxLength: 9 })).toContain("GetObject");
  expect(nearNames(long, names, options)).toEqual([]);
});
