import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../src/knowledge/load-folder.ts";
import { checkPolicy } from "../../src/policy/check.ts";
import { isPolicyType } from "../support/policy-type.ts";
import { ruleData } from "../support/rule-data.ts";

// Every policy that a fact shows is checked by our own engine: good ones pass, bad ones are flagged.

const { facts } = loadFolder(join(import.meta.dirname, "../../knowledge/facts"));

const examples = facts.flatMap((fact) =>
  [...fact.details.matchAll(/^```json policy=(good|bad)(?: type=([a-z-]+))?\n([\s\S]*?)^```/gm)].map(
    ([, verdict = "", type = "", policy = ""], index) => ({
      id: fact.id,
      name: `${fact.id} ${index + 1}`,
      verdict,
      type: isPolicyType(type) ? type : undefined,
      policy,
    }),
  ),
);

/** Mistakes that no check sees yet: a fact explains them, and each is the wish for a rule. */
const unseen: readonly string[] = [
  "cond-assumedroot-null-to-exempt",
  "cond-principalarn-role-not-session-arn",
  "cond-requestedregion-breaks-global-services",
  "cond-sourcearn-s3-needs-sourceaccount",
  "cond-variables-only-after-fifth-colon",
  "iam-groups-cannot-be-tagged-or-principals",
  "mfa-deny-bool-false-misses-access-keys",
  "policy-action-without-resource-level-support-grants-nothing",
  "rcp-customer-policies-deny-only",
  "s3-sourceip-broader-than-slash-8-is-public",
];

describe("policies in facts", () => {
  test("are there", () => {
    expect(examples.filter(({ verdict }) => verdict === "good").length).toBeGreaterThan(20);
    expect(examples.filter(({ verdict }) => verdict === "bad").length).toBeGreaterThan(20);
  });

  test.each(examples.filter(({ verdict }) => verdict === "good"))("$name is good", ({ id, type, policy }) => {
    const { findings } = checkPolicy({ policy, policyType: type }, ruleData);
    expect(
      findings.filter(({ findingType, facts: cited }) => findingType === "ERROR" || cited.includes(id)),
    ).toEqual([]);
  });

  test.each(examples.filter(({ verdict }) => verdict === "bad"))("$name is bad", ({ id, type, policy }) => {
    const { findings } = checkPolicy({ policy, policyType: type }, ruleData);
    expect(findings.length > 0).toBe(!unseen.includes(id));
    if (unseen.includes(id)) return;
    expect(findings.some(({ facts: cited }) => cited.includes(id))).toBe(true);
  });
});
