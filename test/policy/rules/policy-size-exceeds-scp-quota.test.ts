import rule from "../../../src/policy/rules/policy-size-exceeds-scp-quota.ts";
import { testRule } from "../../support/test-rule.ts";

const type = "scp";
const empty = '{"Version":"2012-10-17","Statement":[],"Id":""}';

/** A document of so many characters without white space. */
const sized = (size: number): string => empty.replace('""', `"${"x".repeat(size - empty.length)}"`);
const spaced = (size: number, spaces: number): string => sized(size).replace(":", `:${" ".repeat(spaces)}`);

testRule(rule, {
  flags: {
    "one character more than the quota": { type, policy: `⟦${sized(10_240 + 1)}⟧` },
    "twice the quota": { type, policy: `⟦${sized(2 * 10_240)}⟧` },
    "white space beyond the quota": { type, policy: `⟦${spaced(10_240, 1)}⟧` },
  },
  passes: {
    "exactly the quota": { type, policy: sized(10_240) },

    "a small policy": { type, policy: sized(100) },
    "another type of policy": { type: "rcp", policy: sized(10_240 + 1) },
  },
});
