import { join } from "node:path";
import { expect, test } from "vitest";
import { factsAbout } from "../../src/knowledge/facts-about.ts";
import { loadFolder } from "../../src/knowledge/load-folder.ts";

const { facts } = loadFolder(join(import.meta.dirname, "../../knowledge/facts"));
const ids = (name: string) => factsAbout(facts, name).map(({ id }) => id);

test.each([
  ["iam:SetDefaultPolicyVersion", "iam-setdefaultpolicyversion-deny-insufficient"],
  ["IAM:passrole", "policy-passrole-wildcard-escalation"],
  ["sts:GetSessionToken", "sts-getsessiontoken-restrictions"],
  ["organizations:ListPolicies", "organizations-listpolicies-types"],
  ["access-analyzer:GetFindingV2", "aa-getfinding-only-external-access"],
  ["kms:Delete*", "kms-delete-wildcard-not-schedulekeydeletion"],
  ["aws:SourceArn", "cond-sourcearn-only-for-service-principals"],
  ["aws:CalledViaFirst", "cond-calledvia-absent-with-service-role"],
  ["aws:ResourceTag/${TagKey}", "cond-tag-key-in-condition-case-insensitive"],
  ["iam:FIDO-FIPS-140-2-certification", "mfa-fips-registration-needs-create-and-activate"],
])("of %s: %s", (name, id) => {
  expect(ids(name)).toContain(id);
});

test.each([
  [
    "of another service with an operation of the same name",
    "organizations:CreatePolicy",
    "policy-iam-escalation-actions",
  ],
  ["of a longer name", "kms:Delete", "kms-delete-wildcard-not-schedulekeydeletion"],
  ["of a name in the plural", "kms:RetireGrants", "kms-retiregrant-permission-insufficient"],
])("is no fact %s: %s", (_, name, id) => {
  expect(ids(name)).not.toContain(id);
});

test.each(["", "s3", "kms:", ":", "aws:", "s3:GetObjectTorrent", "iam:((((", `iam:${"*".repeat(5000)}`])(
  "there are none of %j",
  (name) => {
    expect(ids(name)).toEqual([]);
  },
);

test("the plainest come first, and only a few", () => {
  expect(ids("kms:RetireGrant")[0]).toBe("kms-retiregrant-permission-insufficient");
  expect(ids("iam:PassRole").length).toBe(6);
});
