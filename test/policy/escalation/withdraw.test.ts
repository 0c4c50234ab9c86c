import { describe, expect, test } from "vitest";
import { checkPolicy } from "../../../src/policy/check.ts";
import { applyEdits } from "../../../src/policy/edit.ts";
import { escalationCodes } from "../../../src/policy/escalation/analysis.ts";
import { findPaths } from "../../../src/policy/escalation/find-paths.ts";
import type { EscalationPath } from "../../../src/policy/escalation/path.ts";
import { OWN_USER } from "../../../src/policy/escalation/withdraw.ts";
import type { Finding, Report } from "../../../src/policy/finding.ts";
import { Permissions } from "../../../src/policy/permissions/permissions.ts";
import { readDocument } from "../../../src/policy/principal/read-document.ts";
import type { PlainStatement } from "../../support/policy-set.ts";
import { ruleData } from "../../support/rule-data.ts";

const { catalog, escalationPaths } = ruleData;

type Action = string | readonly string[];
const allow = (Action: Action, Resource: Action = "*"): PlainStatement => ({
  Effect: "Allow",
  Action,
  Resource,
});
const text = (Statement: unknown, space?: number): string =>
  JSON.stringify({ Version: "2012-10-17", Statement }, null, space);
const check = (policy: string): Report => checkPolicy({ policy, policyType: "identity" }, ruleData);

function openIn(policy: string): readonly string[] {
  const document = readDocument(policy, "identity");
  if (!document) throw new Error(`no policy: ${policy}`);
  const permissions = new Permissions({ identity: [document], limits: [] }, catalog);
  return findPaths(permissions, escalationPaths).map(({ path }) => path.id);
}

const codesOf = ({ findings }: Report): readonly string[] => findings.map(({ issueCode }) => issueCode);

/** The findings that stand for a path: the one that names it, or those of its code that list too many. */
function findingsOn(path: EscalationPath, { findings }: Report): readonly Finding[] {
  const escalation = findings.filter(({ issueCode }) => escalationCodes.has(issueCode));
  const naming = escalation.filter(({ findingDetails }) =>
    new RegExp(`[ ,]${path.id}[ ,.]`).test(findingDetails),
  );
  return naming.length > 0 ? naming : escalation;
}

const harmless = allow("s3:ListAllMyBuckets");

/** The policies in which every path has to be found and closed. */
const forms: Readonly<Record<string, (actions: readonly string[]) => string>> = {
  "one statement": (actions) => text([allow([...actions, "s3:ListAllMyBuckets"])]),
  "a statement that is no list": (actions) => text(allow(["s3:ListAllMyBuckets", ...actions]), 2),
  "one statement beside another": (actions) => text([harmless, allow(actions)], 4),
  "a statement for each action": (actions) => text([...actions.map((action) => allow(action)), harmless], 2),
  "other letters": (actions) =>
    text([allow(actions.map((action) => action.toUpperCase())), allow(actions), harmless]),
  wildcards: (actions) => text([allow(actions.map((action) => `${action.slice(0, -2)}?*`))]),
  "a wildcard beside the name": (actions) =>
    text([allow([...actions, ...actions.map((action) => `${action.slice(0, -1)}*`)]), harmless]),
  "a wildcard in a statement that is no list": (actions) =>
    text(allow(actions.map((action) => `${action.slice(0, -1)}*`)), 2),
  "everything but something": (actions) =>
    text([{ Effect: "Deny", NotAction: [...actions, "s3:*"], Resource: "*" }, allow(actions), harmless]),
};

describe.each(escalationPaths)("$id", (path) => {
  const actions = path.requires.map(({ action }) => action);

  test.each(Object.entries(forms))("is closed by the edits in %s", (_, form) => {
    const report = check(form(actions));
    expect(openIn(report.text)).toContain(path.id);
    const before = new Set(codesOf(report));
    const findings = findingsOn(path, report);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.withdraws?.length).toBeGreaterThan(0);
      const corrected = applyEdits(report.text, [finding]).text;
      expect(openIn(corrected)).not.toContain(path.id);
      expect(codesOf(check(corrected)).filter((code) => !before.has(code))).toEqual([]);
    }
    const together = check(report.correctedPolicy ?? "");
    expect(openIn(together.text)).toEqual([]);
    expect(codesOf(together).filter((code) => escalationCodes.has(code) || !before.has(code))).toEqual([]);
  });
});

describe("the edits", () => {
  const corrected = (Statement: unknown): unknown => {
    const { correctedPolicy } = check(text(Statement));
    return correctedPolicy === undefined ? undefined : JSON.parse(correctedPolicy).Statement;
  };

  test("take the name of the action out of its list", () => {
    expect(corrected([allow(["lambda:CreateFunction", "iam:PassRole", "lambda:InvokeFunction"])])).toEqual([
      allow(["lambda:CreateFunction", "lambda:InvokeFunction"]),
    ]);
  });

  test("take a statement out that is about nothing else", () => {
    expect(corrected([allow("lambda:*"), allow("iam:PassRole")])).toContainEqual(allow("lambda:*"));
    expect(corrected([allow("lambda:*"), allow("iam:PassRole")])).not.toContainEqual(allow("iam:PassRole"));
  });

  test("deny what a wildcard grants, and leave the rest of it", () => {
    expect(corrected([allow("sts:*")])).toEqual([
      allow("sts:*"),
      { Effect: "Deny", Action: "sts:AssumeRole", Resource: "*" },
    ]);
  });

  test("spare resources that another statement names", () => {
    const role = "arn:aws:iam::111122223333:role/reader";
    expect(corrected([allow("sts:*"), allow("sts:AssumeRole", role)])).toContainEqual({
      Effect: "Deny",
      Action: "sts:AssumeRole",
      NotResource: role,
    });
    expect(corrected([allow("sts:AssumeRole"), allow(["sts:AssumeRole"], role)])).toEqual([
      allow(["sts:AssumeRole"], role),
    ]);
  });

  test("spare nothing where any resource opens the path", () => {
    const policy = "arn:aws:iam::111122223333:policy/reader";
    const deny = { Effect: "Deny", Action: "iam:SetDefaultPolicyVersion", Resource: "*" };
    const statements = [allow("iam:SetDefault*"), allow("iam:SetDefaultPolicyVersion", policy)];
    expect(corrected(statements)).toContainEqual(deny);
  });

  test.each([
    ["the action that is missed least", ["sagemaker:UpdateNotebookInstance"]],
    ["the first, where the path names none", ["ec2:ModifyInstanceAttribute"]],
    ["iam:PassRole wherever a role is passed", ["iam:PassRole"]],
  ])("withdraw %s", (_, withdrawn) => {
    const [path] = escalationPaths.filter(({ requires }) =>
      withdrawn.every((name) => requires.length > 2 && requires.some(({ action }) => action === name)),
    );
    const report = check(text([allow(path?.requires.map(({ action }) => action) ?? [])]));
    expect(report.findings.flatMap(({ withdraws }) => withdraws ?? [])).toEqual(withdrawn);
  });

  test("leave everybody the own user", () => {
    expect(corrected([allow("iam:CreateAccessKey")])).toEqual([
      allow("iam:CreateAccessKey"),
      { Effect: "Deny", Action: "iam:CreateAccessKey", NotResource: OWN_USER },
    ]);
  });

  test("do without the variable where the version does not know it", () => {
    const policy = JSON.stringify({
      Version: "2008-10-17",
      Statement: [allow(["iam:CreateAccessKey", "iam:ListUsers"])],
    });
    expect(check(policy).correctedPolicy).not.toContain("CreateAccessKey");
  });

  test.each<readonly [string, readonly PlainStatement[]]>([
    ["an administrator, who would be none", [allow("*")]],
    ["a policy of which nothing would remain", [allow("sts:AssumeRole")]],
    ["a policy that wants to be written anew", [allow(["iam:*", "ec2:*", "lambda:*", "sagemaker:*"])]],
  ])("are not offered to %s", (_, statements) => {
    const { findings } = check(text(statements));
    expect(findings.some(({ issueCode }) => issueCode === "PRIVILEGE_ESCALATION")).toBe(true);
    const last = findings.filter(({ issueCode }) => issueCode === "PRIVILEGE_ESCALATION");
    expect(last.filter(({ edits }) => edits)).toEqual([]);
  });

  test("are not offered where the policy would outgrow its quota", () => {
    const filler = allow("s3:GetObject", `arn:aws:s3:::${"x".repeat(10_030)}`);
    const { findings } = check(text([allow("sts:*"), filler]));
    expect(findings.filter(({ withdraws }) => withdraws)).toEqual([]);
  });
});
