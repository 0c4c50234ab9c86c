import rule from "../../../src/policy/rules/policy-size-exceeds-role-trust-policy-quota.ts";
import { testRule } from "../../support/test-rule.ts";

const type = "trust";
const empty = '{"Version":"2012-10-17","Statement":[],"Id":""}';

/** A document of so many characters without white space. */
const sized = (size: number): string => empty.replace('""', `"${"x".repeat(size - empty.length)}"`);
const spaced = (size: number, spaces: number): string => sized(size).replace(":", `:${" ".repeat(spaces)}`);

testRule(rule, {
  flags: {
    "one character more than the quota": { type, policy: `⟦${sized(2_048 + 1)}⟧` },
    "twice the quota": { type, policy: `⟦${sized(2 * 2_048)}⟧` },
  },
  passes: {
    "exactly the quota": { type, policy: sized(2_048) },
    "white space beyond the quota": { type, policy: spaced(2_048 - 1, 50_000) },
    "a small policy": { type, policy: sized(100) },
    "another type of policy": { type: "resource", policy: sized(2_048 + 1) },
  },
});
