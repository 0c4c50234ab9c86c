import rule from "../../../src/policy/rules/policy-size-exceeds-resource-policy-quota.ts";
import { testRule } from "../../support/test-rule.ts";

const type = "resource";
const empty = '{"Version":"2012-10-17","Statement":[],"Id":""}';

/** A document of so many characters without white space. */
const sized = (size: number): string => empty.replace('""', `"${"x".repeat(size - empty.length)}"`);
const spaced = (size: number, spaces: number): string => sized(size).replace(":", `:${" ".repeat(spaces)}`);

testRule(rule, {
  flags: {
    "one character more than the quota": { type, policy: `⟦${sized(20_480 + 1)}⟧` },
    "twice the quota": { type, policy: `⟦${sized(2 * 20_480)}⟧` },
  },
  passes: {
    "exactly the quota": { type, policy: sized(20_480) },
    "white space beyond the quota": { type, policy: spaced(20_480 - 1, 50_000) },
    "a small policy": { type, policy: sized(100) },
    "another type of policy": { type: "identity", policy: sized(20_480 + 1) },
  },
});
