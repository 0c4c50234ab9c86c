import { describe, expect, test } from "vitest";
import { checkPrincipal, type PrincipalDocument } from "../../../src/policy/principal/check-principal.ts";
import type { PlainStatement } from "../../support/policy-set.ts";
import { ruleData } from "../../support/rule-data.ts";

const document = (
  policyType: PrincipalDocument["policyType"],
  ...statements: PlainStatement[]
): PrincipalDocument => ({
  policyType,
  policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
});
const allow = (Action: string | readonly string[], Resource = "*"): PlainStatement => ({
  Effect: "Allow",
  Action,
  Resource,
});

const pass = document("identity", allow("iam:PassRole"));
const functions = document("identity", allow(["lambda:CreateFunction", "lambda:InvokeFunction"]));

describe("the documents of one principal", () => {
  test("open a path together that none of them opens alone, with the place of each permission", () => {
    const report = checkPrincipal([functions, pass], ruleData);
    expect(report.administrator).toBe(false);
    const path = report.paths.find(({ id }) => id === "passrole-lambda-create-function-invoke-function");
    expect(path).toMatchObject({
      issueCode: "PASS_ROLE_PRIVILEGE_ESCALATION",
      certainty: "certain",
      permissions: [
        { action: "iam:PassRole", document: 1, at: "Statement[0].Action (1:65)" },
        { action: "lambda:CreateFunction", document: 0, at: "Statement[0].Action[0] (1:66)" },
        { action: "lambda:InvokeFunction", document: 0, at: "Statement[0].Action[1] (1:90)" },
      ],
    });
    expect(checkPrincipal([functions], ruleData).paths).toEqual([]);
    expect(checkPrincipal([pass], ruleData).paths).toEqual([]);
  });

  test.each(["permissions-boundary", "scp", "session"] as const)("a %s closes paths and says so", (type) => {
    const report = checkPrincipal([functions, pass, document(type, allow("lambda:*"))], ruleData);
    expect(report.paths).toEqual([]);
    expect(report.closed).toContain("passrole-lambda-create-function-invoke-function");
  });

  test("SCPs of one level add up, those of two levels limit each other", () => {
    const everything = document("scp", allow("*"));
    const some = document("scp", allow("s3:*"));
    const same = checkPrincipal([functions, pass, everything, some], ruleData);
    const two = checkPrincipal(
      [functions, pass, { ...everything, level: "root" }, { ...some, level: "ou" }],
      ruleData,
    );
    expect([same.paths.length > 0, two.paths.length > 0]).toEqual([true, false]);
  });

  test("an administrator is one, unless a limit takes it away", () => {
    const admin = document("identity", allow("*"));
    expect(checkPrincipal([admin], ruleData).administrator).toBe(true);
    const boundary = document("permissions-boundary", allow(["s3:*", "ec2:*"]));
    expect(checkPrincipal([admin, boundary], ruleData).administrator).toBe(false);
  });

  test("what is no policy is left out and named", () => {
    const broken: PrincipalDocument = { policy: "{", policyType: "identity" };
    expect(checkPrincipal([broken, pass, functions], ruleData).unreadable).toEqual([0]);
    expect(checkPrincipal([], ruleData)).toEqual({
      administrator: false,
      paths: [],
      closed: [],
      unreadable: [],
    });
  });
});
