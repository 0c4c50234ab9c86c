import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadAnswers } from "../../../bench/recorded-corpus.ts";
import { checkPolicy } from "../../../src/policy/check.ts";
import { ruleData } from "../../support/rule-data.ts";

const folder = join(import.meta.dirname, "../../../../shared/corpora/access-analyzer");
const codes = ["IAM_POLICY_MANIPULATION", "PASS_ROLE_PRIVILEGE_ESCALATION", "PRIVILEGE_ESCALATION"];

function escalations(document: unknown): string[] {
  const { findings } = checkPolicy({ policy: JSON.stringify(document), policyType: "identity" }, ruleData);
  return findings.map(({ issueCode }) => issueCode).filter((code) => codes.includes(code));
}

const allOf = (statement: object): object => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", ...statement, Resource: "*" }],
});

describe("job functions of AWS, as their documentation describes them", () => {
  test("AdministratorAccess: one finding for each code", () => {
    expect(escalations(allOf({ Action: "*" })).sort()).toEqual(codes);
  });

  test("IAMFullAccess: no compute to pass a role to", () => {
    expect(escalations(allOf({ Action: ["iam:*", "organizations:DescribeAccount"] })).sort()).toEqual([
      "IAM_POLICY_MANIPULATION",
      "PRIVILEGE_ESCALATION",
    ]);
  });

  test("PowerUserAccess: no IAM, but compute that has roles already", () => {
    const policy = {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
        {
          Effect: "Allow",
          Action: ["account:GetAccountInformation", "iam:CreateServiceLinkedRole", "iam:ListRoles"],
          Resource: "*",
        },
      ],
    };
    expect(escalations(policy)).toEqual(["PRIVILEGE_ESCALATION"]);
  });
});

describe.skipIf(!existsSync(folder))(
  "AWS managed policies (skipped: no recorded answers beside the checkout)",
  () => {
    const documents = existsSync(folder) ? loadAnswers(folder) : [];
    const reading = documents.filter(({ name }) => /ReadOnly|SecurityAudit|ViewOnlyAccess/.test(name));

    test("that only read have no escalation finding", { timeout: 120_000 }, () => {
      expect(reading.length).toBeGreaterThan(100);
      const wrong = reading.filter(({ document }) => escalations(document).length > 0);
      expect(wrong.map(({ name, date }) => `${name} ${date}`)).toEqual([]);
    });
  },
);
