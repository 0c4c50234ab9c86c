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
    expect(findings.some(({ facts: cited }) => cited.includes(id))).toBe(true);
  });
});
