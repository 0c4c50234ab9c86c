import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { program } from "../support/launch.ts";

// An account as `aws iam get-account-authorization-details` writes it: a chain user -> role -> administrator role.

const arn = (name: string): string => `arn:aws:iam::111122223333:${name}`;
const policy = (Action: string | string[], Resource = "*") => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource }],
});
const trust = (Principal: object) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }],
});
const managed = (name: string, ...versions: object[]) => ({
  PolicyName: name,
  Arn: arn(`policy/${name}`),
  PolicyVersionList: versions.map((Document, at) => ({
    Document,
    IsDefaultVersion: at === 0,
    VersionId: `v${at}`,
  })),
});
const attached = (...names: string[]) =>
  names.map((name) => ({ PolicyName: name, PolicyArn: arn(`policy/${name}`) }));
const user = (name: string, more: object = {}) => ({
  UserName: name,
  Arn: arn(`user/${name}`),
  GroupList: [],
  AttachedManagedPolicies: [],
  ...more,
});
const role = (name: string, principal: object, more: object = {}) => ({
  RoleName: name,
  Arn: arn(`role/${name}`),
  AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust(principal))),
  RolePolicyList: [],
  AttachedManagedPolicies: [],
  ...more,
});

const account = {
  UserDetailList: [
    user("anna", { GroupList: ["deployers"] }),
    user("bert", { UserPolicyList: [{ PolicyName: 'in "quotes" }]', PolicyDocument: policy("s3:Get*") }] }),
    user("carl", {
      AttachedManagedPolicies: attached("attach"),
      PermissionsBoundary: { PermissionsBoundaryArn: arn("policy/read") },
    }),
    user("dora", { AttachedManagedPolicies: attached("attach") }),
    user("emil", { AttachedManagedPolicies: attached("functions", "unknown") }),
  ],
  GroupDetailList: [
    {
      GroupName: "deployers",
      Arn: arn("group/deployers"),
      GroupPolicyList: [],
      AttachedManagedPolicies: attached("assume"),
    },
  ],
  RoleDetailList: [
    role("deploy", { AWS: arn("root") }, { AttachedManagedPolicies: attached("read") }),
    role(
      "admin",
      { AWS: arn("role/deploy"), Service: "lambda.amazonaws.com" },
      { AttachedManagedPolicies: attached("all") },
    ),
  ],
  Policies: [
    managed("all", policy("*"), policy("s3:*")),
    managed("read", policy(["s3:Get*", "iam:Get*"]), policy("*")),
    managed("assume", policy("sts:AssumeRole", arn("role/deploy"))),
    managed("attach", policy("iam:AttachUserPolicy")),
    managed("functions", policy(["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"])),
  ],
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "iam-pitfalls-principals-"));
  writeFileSync(join(folder, "account.json"), JSON.stringify(account, null, 2));
  writeFileSync(join(folder, "other.json"), JSON.stringify(policy("*")));
  writeFileSync(join(folder, "cut.json"), JSON.stringify(account).slice(0, -20));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function principals(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "principals", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "" },
  });
  return { code: status, out: stdout, err: stderr };
}

test("names who can become administrator, by which hops, the riskiest first", () => {
  const { out, err, code } = principals("account.json", "--json");
  const report = JSON.parse(out);
  expect(report.counts).toEqual({ "can-become": 4, "might-become": 0, administrator: 1, limited: 2 });
  const ways = report.principals.map(
    (each: { arn: string; standing: string; chain: { to: string; by: string }[] }) => [
      each.arn.split(":")[5],
      each.standing,
      ...each.chain.map(({ to, by }) => `${to.split(":")[5] ?? to} by ${by}`),
    ],
  );
  expect(ways).toEqual([
    ["role/deploy", "can-become", "role/admin by sts:AssumeRole"],
    ["user/dora", "can-become", "administrator by iam-attach-user-policy"],
    ["user/emil", "can-become", "role/admin by passrole-lambda-create-function-invoke-function"],
    ["user/anna", "can-become", "role/deploy by sts:AssumeRole", "role/admin by sts:AssumeRole"],
    ["role/admin", "administrator"],
    ["user/bert", "limited"],
    ["user/carl", "limited"],
  ]);
  expect(report.missingPolicies).toEqual([arn("policy/unknown")]);
  expect(err).toContain("1 attached policies are not in the file");
  expect(code).toBe(1);
});

test("a Deny on sts:AssumeRole holds where the trust names the caller, and so do SCPs", () => {
  const denied = structuredClone(account);
  const [deploy] = denied.RoleDetailList;
  const deny = { Effect: "Deny", Action: "sts:*", Resource: arn("role/admin") };
  Object.assign(deploy ?? {}, {
    RolePolicyList: [{ PolicyName: "deny", PolicyDocument: { Version: "2012-10-17", Statement: [deny] } }],
  });
  writeFileSync(join(folder, "denied.json"), JSON.stringify(denied));
  writeFileSync(join(folder, "scp.json"), JSON.stringify(policy("s3:*")));
  const standings = (...args: string[]) => JSON.parse(principals(...args, "--json").out).counts;
  expect(standings("denied.json")["can-become"]).toBe(2);
  expect(standings("account.json", "--scp", "scp.json")).toEqual({
    "can-become": 0,
    "might-become": 0,
    administrator: 0,
    limited: 7,
  });
  expect(principals("account.json", "--scp", "cut.json").err).toContain("cut.json is no policy");
});

test("says the same to people", () => {
  const { out } = principals("account.json");
  expect(out).toContain(
    `${arn("user/anna")} can become administrator\n  -> ${arn("role/deploy")} (sts:AssumeRole)`,
  );
  expect(out).toContain("7 principals: 4 can become administrator, 0 might, 1 are, 2 cannot.");
});

test.each([
  ["other.json", "holds no users or roles"],
  ["cut.json", "ends too early"],
  ["none.json", "cannot read"],
])("refuses %s", (file, words) => {
  const { code, err, out } = principals(file);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(words);
});
