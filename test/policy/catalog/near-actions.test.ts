import { describe, expect, test } from "vitest";
import { splitAction } from "../../../src/policy/catalog/catalog.ts";
import { didYouMean } from "../../../src/policy/catalog/near-actions.ts";
import { catalog } from "../../support/catalog.ts";

const exists = (action: string) => {
  const { prefix, name } = splitAction(action.toLowerCase());
  return catalog.service(prefix)?.actions.has(name) ?? false;
};

describe("API operations named for the action that authorises them", () => {
  test.each(Object.entries(catalog.reference.operationNames))("%s -> %s", (operation, action) => {
    expect(exists(action)).toBe(true);
    expect(exists(operation)).toBe(false);
  });
});

test.each([
  ["s3:ListObjectsV2", " Did you mean s3:ListBucket?"],
  ["s3:deletebucketcors", " Did you mean s3:PutBucketCORS?"],
  ["s3:GetObjekt", " Did you mean s3:GetObject?"],
  ["s3:SomethingElseAltogether", ""],
  ["nosuchservice:GetObject", ""],
  ["s3:Get*", ""],
])("%s:%s", (entry, words) => {
  expect(didYouMean(entry, catalog)).toBe(words);
});
