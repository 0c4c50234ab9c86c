import { describe, expect, test } from "vitest";
import { Permissions } from "../../../src/policy/permissions/permissions.ts";
import { type PlainStatement, policyOf } from "../../support/policy-set.ts";
import { ruleData } from "../../support/rule-data.ts";

const all: PlainStatement = { Effect: "Allow", Action: "*", Resource: "*" };
const s3: PlainStatement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
const put: PlainStatement = {
  Effect: "Allow",
  Action: "iam:PutRolePolicy",
  Resource: "arn:aws:iam::*:role/app/*",
};
const denyIam: PlainStatement = { Effect: "Deny", Action: "iam:*", Resource: "*" };
const mfa = { Bool: { "aws:MultiFactorAuthPresent": "true" } };

type Layer = readonly PlainStatement[];

interface Case {
  readonly identity: Layer;
  /** A permissions boundary, a session policy, or the SCPs of one level of the organization. */
  readonly limits?: readonly Layer[];
  /** What comes of iam:PutRolePolicy on roles. */
  readonly is: "every role" | "some roles" | "conditional" | "nothing";
}

const cases: Readonly<Record<string, Case>> = {
  "an Allow": { identity: [all], is: "every role" },
  "no Allow": { identity: [s3], is: "nothing" },
  "an Allow on some roles": { identity: [put], is: "some roles" },
  "a Deny beside the Allow": { identity: [all, denyIam], is: "nothing" },
  "a boundary that allows it too": { identity: [put], limits: [[all]], is: "some roles" },
  "a boundary that allows less": { identity: [all], limits: [[put]], is: "some roles" },
  "a boundary that does not name it": { identity: [all], limits: [[s3]], is: "nothing" },
  "a boundary alone, which grants nothing": { identity: [], limits: [[all]], is: "nothing" },
  "a boundary with a Deny": { identity: [all], limits: [[all, denyIam]], is: "nothing" },
  "an SCP with a Deny beside FullAWSAccess": { identity: [all], limits: [[all, denyIam]], is: "nothing" },
  "SCPs of two levels that both allow it": { identity: [all], limits: [[all], [s3, put]], is: "some roles" },
  "SCPs of two levels, one of which does not": { identity: [all], limits: [[all], [s3]], is: "nothing" },
  "SCPs of one level add up": { identity: [all], limits: [[s3, all]], is: "every role" },
  "a level without any statement": { identity: [all], limits: [[]], is: "nothing" },
  "a session policy and a boundary that share nothing": {
    identity: [all],
    limits: [[put], [{ ...put, Resource: "arn:aws:iam::*:role/other/*" }]],
    is: "nothing",
  },
  "a condition in the identity policy": { identity: [{ ...all, Condition: mfa }], is: "conditional" },
  "a condition in the boundary": {
    identity: [all],
    limits: [[{ ...all, Condition: mfa }]],
    is: "conditional",
  },
  "a Deny with a condition": { identity: [all, { ...denyIam, Condition: mfa }], is: "conditional" },
  "a Deny with a condition that is never met": {
    identity: [all, { ...denyIam, Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } } }],
    is: "every role",
  },
  "a Deny of everything but a path": {
    identity: [all, { Effect: "Deny", Action: "iam:*", NotResource: "arn:aws:iam::*:role/app/*" }],
    is: "some roles",
  },
  "a Deny of everything but other actions": {
    identity: [all, { Effect: "Deny", NotAction: "s3:*", Resource: "*" }],
    is: "nothing",
  },
};

const every: PlainStatement = { Effect: "Allow", Action: "iam:CreateAccessKey", Resource: "*" };
const own = "arn:aws:iam::*:user/${aws:username}";

test.each<readonly [string, Layer, readonly Layer[], boolean]>([
  ["an Allow on every user", [every], [], false],
  ["an Allow on the own user", [{ ...every, Resource: own }], [], true],
  ["a boundary with the own user", [every], [[{ ...every, Resource: own }]], true],
  [
    "a Deny of all but the own user",
    [every, { Effect: "Deny", Action: "iam:*", NotResource: own }],
    [],
    true,
  ],
  ["a Deny of nothing", [every, { Effect: "Deny", Action: "iam:*", NotResource: [own, "*"] }], [], false],
])("%s: the own user alone is %j", (_, identity, limits, ownUser) => {
  const set = {
    identity: [policyOf(identity)],
    limits: limits.map((layer) => [policyOf(layer, "permissions-boundary")]),
  };
  const grants = new Permissions(set, ruleData.catalog).reach({ action: "iam:CreateAccessKey", on: "user" });
  expect(grants.map((grant) => grant.ownUser)).toEqual([ownUser]);
});

describe("iam:PutRolePolicy comes of", () => {
  test.each(Object.entries(cases))("%s", (_, { identity, limits = [], is }) => {
    const set = {
      identity: [policyOf(identity)],
      limits: limits.map((layer) => [policyOf(layer, "permissions-boundary")]),
    };
    const [best] = new Permissions(set, ruleData.catalog).reach({ action: "iam:PutRolePolicy", on: "role" });
    const unconditional = best?.every ? "every role" : "some roles";
    const granted = best?.conditions.length ? "conditional" : unconditional;
    expect(best ? granted : "nothing").toBe(is);
  });
});
