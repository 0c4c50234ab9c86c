import { describe, expect, test } from "vitest";
import type { Requirement } from "../../../src/policy/escalation/path.ts";
import { type EvaluationDocument, evaluate } from "../../../src/policy/evaluation/evaluate.ts";
import { layerTypes } from "../../../src/policy/evaluation/layers.ts";
import { readPrincipal } from "../../../src/policy/evaluation/request.ts";
import { typePattern } from "../../../src/policy/permissions/resource-scope.ts";
import { checkPrincipal, type PrincipalDocument } from "../../../src/policy/principal/check-principal.ts";
import { readDocument } from "../../../src/policy/principal/read-document.ts";
import { ruleData } from "../../support/rule-data.ts";

// Pairs of policies that look alike: one opens a path, the other does not.

interface Plain {
  readonly [element: string]: unknown;
}
type Layer = readonly Plain[];
interface Documents {
  readonly identity: Layer | readonly Layer[];
  readonly boundary?: Layer;
  readonly session?: Layer;
  /** One layer for each level. */
  readonly scp?: readonly Layer[];
}
type Given = Layer | Documents;
type Pair = readonly [
  what: string,
  id: string,
  open: Given,
  certainty: "certain" | "conditional",
  closed: Given,
];

const allow = (Action: unknown, Resource: unknown = "*", rest: Plain = {}): Plain => ({
  Effect: "Allow",
  Action,
  Resource,
  ...rest,
});
const deny = (Action: unknown, Resource: unknown = "*", rest: Plain = {}): Plain => ({
  ...allow(Action, Resource, rest),
  Effect: "Deny",
});
const when = (operator: string, key: string, value: unknown): Plain => ({
  Condition: { [operator]: { [key]: value } },
});
const iam = (resource: string): string => `arn:aws:iam::111122223333:${resource}`;

const KEY = "iam-create-access-key";
const ASSUME = "sts-assume-role";
const CODE = "lambda-update-function-code";
const PASS = "passrole-lambda-create-function-invoke-function";
const ATTACH = "iam-attach-role-policy";
const PUT = "iam-put-role-policy";
const SESSION = "ssm-start-session";

const all = allow("*");
const functions = allow(["lambda:CreateFunction", "lambda:InvokeFunction"]);
const pass = (Resource: unknown = "*", rest: Plain = {}): Layer => [
  functions,
  allow("iam:PassRole", Resource, rest),
];
const to = (operator: string, value: unknown): Layer =>
  pass("*", when(operator, "iam:PassedToService", value));
const own = "arn:aws:iam::*:user/${aws:username}";
const key = allow("iam:CreateAccessKey");
const put = allow("iam:PutRolePolicy");
const attach = (operator: string, value: unknown): Layer => [
  allow("iam:AttachRolePolicy", "*", when(operator, "iam:PolicyARN", value)),
];
const limited = (operator: string, value: unknown): Layer => [
  { ...put, ...when(operator, "iam:PermissionsBoundary", value) },
];
const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";

const pairs: readonly Pair[] = [
  [
    "NotAction that spares something else",
    KEY,
    [allow(undefined, "*", { NotAction: "iam:PassRole" })],
    "certain",
    [allow(undefined, "*", { NotAction: "IAM:*" })],
  ],
  [
    "NotResource of one function",
    CODE,
    [allow("lambda:*", undefined, { Resource: undefined, NotResource: "arn:aws:lambda:*:*:function:app" })],
    "certain",
    [allow("lambda:*", undefined, { Resource: undefined, NotResource: "arn:aws:lambda:*:*:function:*" })],
  ],
  [
    "a Deny of all but some roles",
    ASSUME,
    [
      allow("sts:*"),
      deny("sts:AssumeRole", undefined, { Resource: undefined, NotResource: "arn:aws:iam::*:role/*" }),
    ],
    "certain",
    [
      allow("sts:*"),
      deny("sts:AssumeRole", undefined, { Resource: undefined, NotResource: iam("role/reader") }),
    ],
  ],
  [
    "a Deny of all but some actions",
    KEY,
    [all, deny(undefined, "*", { NotAction: ["s3:*", "iam:*"] })],
    "certain",
    [all, deny(undefined, "*", { NotAction: "s3:*" })],
  ],
  [
    "a Deny in another document",
    KEY,
    { identity: [[all], [deny("iam:CreateAccessKey", iam("user/bob"))]] },
    "certain",
    { identity: [[all], [deny("iam:createaccesskey")]] },
  ],
  [
    "a Deny of the own user alone",
    KEY,
    [key, deny("iam:CreateAccessKey", own)],
    "certain",
    [key, deny("iam:CreateAccessKey", undefined, { Resource: undefined, NotResource: own })],
  ],
  [
    "a Deny on what a tag names",
    ASSUME,
    [allow("sts:AssumeRole"), deny("sts:AssumeRole", "arn:aws:iam::*:role/${aws:PrincipalTag/team}")],
    "certain",
    [allow("sts:AssumeRole"), deny("sts:AssumeRole", "arn:aws:iam::*:role/*")],
  ],
  [
    "roles that a variable names",
    ASSUME,
    [allow("sts:AssumeRole", "arn:aws:iam::*:role/*")],
    "certain",
    [allow("sts:AssumeRole", "arn:aws:iam::*:role/${aws:PrincipalTag/team}")],
  ],
  [
    "users that a variable names",
    KEY,
    [allow("iam:CreateAccessKey", "arn:aws:iam::*:user/*")],
    "certain",
    [allow("iam:CreateAccessKey", own)],
  ],
  ["roles of a path", PASS, pass("arn:aws:iam::*:role/*"), "certain", pass(iam("role/app/*"))],
  [
    "roles by a pattern",
    PASS,
    pass("arn:aws:iam::*:role/?*"),
    "certain",
    pass("arn:aws:iam::*:role/*-lambda"),
  ],
  ["roles by half an ARN", PASS, pass("arn:aws:iam::*:*"), "certain", pass("arn:aws:iam::*:role/a*")],
  [
    "a named role beside a star",
    PASS,
    pass([iam("role/app"), "*"]),
    "certain",
    pass([iam("role/app"), iam("role/b")]),
  ],
  [
    "a Deny of the administrator role alone",
    PASS,
    [...pass(), deny("iam:PassRole", iam("role/admin"))],
    "certain",
    [...pass(), deny("iam:PassRole", "arn:aws:iam::*:role/*")],
  ],
  [
    "a service that the role goes to",
    PASS,
    to("StringEquals", "lambda.amazonaws.com"),
    "certain",
    to("StringEquals", "ec2.amazonaws.com"),
  ],
  ["services by a pattern", PASS, to("StringLike", "*.amazonaws.com"), "certain", to("StringLike", "ec2*")],
  [
    "every service but one",
    PASS,
    to("StringNotEquals", "ec2.amazonaws.com"),
    "certain",
    to("StringNotEquals", ["ec2.amazonaws.com", "lambda.amazonaws.com"]),
  ],
  [
    "a service if it is named",
    PASS,
    to("StringEqualsIfExists", ["lambda.amazonaws.com", "x.amazonaws.com"]),
    "certain",
    to("StringEqualsIfExists", "ec2.amazonaws.com"),
  ],
  [
    "a Deny by service",
    PASS,
    [...pass(), deny("iam:PassRole", "*", when("StringEquals", "iam:PassedToService", "ec2.amazonaws.com"))],
    "certain",
    [
      ...pass(),
      deny("iam:PassRole", "*", when("StringNotEquals", "iam:PassedToService", "ec2.amazonaws.com")),
    ],
  ],
  [
    "a tag of the role to pass, which AWS does not rely on",
    PASS,
    pass("*", when("StringEquals", "iam:ResourceTag/team", "a")),
    "conditional",
    pass(iam("role/team-a")),
  ],
  ["some boundary", PUT, limited("Null", "false"), "certain", limited("StringEquals", iam("policy/limit"))],
  [
    "a boundary that limits nothing",
    PUT,
    limited("StringEquals", ADMIN),
    "certain",
    limited("ArnLike", iam("policy/limits/*")),
  ],
  [
    "a Deny without a boundary",
    PUT,
    [put, deny("iam:PutRolePolicy", "*", when("Null", "iam:PermissionsBoundary", "true"))],
    "certain",
    [
      put,
      deny("iam:PutRolePolicy", "*", when("StringNotEquals", "iam:PermissionsBoundary", iam("policy/limit"))),
    ],
  ],
  [
    "policies but for the administrator's",
    ATTACH,
    attach("ArnNotEquals", ADMIN),
    "certain",
    attach("ArnEquals", iam("policy/reader")),
  ],
  [
    "policies of AWS",
    ATTACH,
    attach("ArnLike", "arn:aws:iam::aws:policy/*"),
    "certain",
    attach("ArnLike", "arn:aws:iam::aws:policy/ReadOnly*"),
  ],
  [
    "a Deny by policy",
    ATTACH,
    [
      allow("iam:AttachRolePolicy"),
      deny("iam:AttachRolePolicy", "*", when("ArnEquals", "iam:PolicyARN", ADMIN)),
    ],
    "certain",
    [
      allow("iam:AttachRolePolicy"),
      deny("iam:AttachRolePolicy", "*", when("ArnNotLike", "iam:PolicyARN", iam("policy/app/*"))),
    ],
  ],
  [
    "an SCP that denies one user's keys",
    KEY,
    { identity: [key], scp: [[all, deny("iam:CreateAccessKey", iam("user/bob"))]] },
    "certain",
    { identity: [key], scp: [[all, deny("iam:CreateAccessKey")]] },
  ],
  [
    "an SCP that spares somebody",
    KEY,
    {
      identity: [key],
      scp: [[all, deny("iam:*", "*", when("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:role/admin"))]],
    },
    "conditional",
    { identity: [key], scp: [[all, deny("iam:*")]] },
  ],
  [
    "an SCP that spares services",
    KEY,
    { identity: [key], scp: [[all, deny("iam:*", "*", when("Bool", "aws:PrincipalIsAWSService", "true"))]] },
    "certain",
    { identity: [key], scp: [[all, deny("iam:*", "*", when("Bool", "aws:PrincipalIsAWSService", "false"))]] },
  ],
  [
    "two levels of SCPs",
    KEY,
    { identity: [key], scp: [[all], [allow("iam:Create*")]] },
    "certain",
    { identity: [key], scp: [[all], [allow(undefined, "*", { NotAction: "iam:*" })]] },
  ],
  [
    "a boundary that leaves out services",
    KEY,
    { identity: [all], boundary: [allow(undefined, "*", { NotAction: "s3:*" })] },
    "certain",
    { identity: [all], boundary: [allow(undefined, "*", { NotAction: ["iam:*", "s3:*"] })] },
  ],
  [
    "a boundary with the own user",
    KEY,
    { identity: [key], boundary: [allow("iam:*", "arn:aws:iam::*:user/*")] },
    "certain",
    { identity: [key], boundary: [allow("iam:*", own)] },
  ],
  [
    "a session policy",
    KEY,
    { identity: [key], session: [all] },
    "certain",
    { identity: [key], session: [allow("s3:*")] },
  ],
  [
    "an Allow that the identity has, not the session policy",
    KEY,
    { identity: [all], session: [key] },
    "certain",
    { identity: [allow("s3:*")], session: [key] },
  ],
  [
    "instances that have not a tag",
    SESSION,
    [allow("ssm:StartSession", "*", when("StringNotEquals", "aws:ResourceTag/env", "prod"))],
    "conditional",
    [allow("ssm:StartSession", "*", when("StringEquals", "aws:ResourceTag/env", "dev"))],
  ],
  [
    "a Deny of instances with a tag",
    SESSION,
    [
      allow("ssm:StartSession"),
      deny("ssm:StartSession", "*", when("StringEquals", "aws:ResourceTag/env", "prod")),
    ],
    "conditional",
    [
      allow("ssm:StartSession"),
      deny("ssm:StartSession", "*", when("StringNotEquals", "aws:ResourceTag/env", "dev")),
    ],
  ],
  [
    "a tag of the caller",
    SESSION,
    [allow("ssm:StartSession", "*", when("StringEquals", "aws:PrincipalTag/team", "ops"))],
    "conditional",
    [allow("ssm:StartSession", "*", when("StringEquals", "ssm:resourceTag/team", "ops"))],
  ],
  [
    "conditions that may both hold",
    KEY,
    [
      allow("iam:CreateAccessKey", "*", {
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true", "aws:SecureTransport": "true" } },
      }),
    ],
    "conditional",
    [
      allow("iam:CreateAccessKey", "*", {
        Condition: {
          Bool: { "aws:MultiFactorAuthPresent": "true" },
          StringEquals: { "aws:MultiFactorAuthPresent": "false" },
        },
      }),
    ],
  ],
  [
    "a Deny without MFA",
    KEY,
    [key, deny("*", "*", when("BoolIfExists", "aws:MultiFactorAuthPresent", "false"))],
    "conditional",
    [key, deny("*", "*", when("StringLikeIfExists", "aws:PrincipalTag/any", "*"))],
  ],
  [
    "wildcards that cross",
    KEY,
    [allow("iam:Create*"), deny("iam:CreateAccount*")],
    "certain",
    [allow("iam:Create*"), deny("iam:*AccessKey")],
  ],
  [
    "functions of one Region",
    CODE,
    [allow("lambda:UpdateFunctionCode", "arn:aws:lambda:eu-west-1:*:function:*")],
    "certain",
    [allow("lambda:UpdateFunctionCode", "arn:aws:lambda:*:*:function:app-*")],
  ],
  [
    "roles of another account",
    ASSUME,
    [allow("sts:AssumeRole", "arn:aws:iam::444455556666:role/*")],
    "certain",
    [allow("sts:AssumeRole", "arn:aws:iam::444455556666:role/audit")],
  ],
  [
    "a list of actions in which one is missing",
    PASS,
    [functions, allow("iam:Pass*")],
    "certain",
    [allow("lambda:CreateFunction"), allow("iam:Pass*")],
  ],
  [
    "a condition that no request meets",
    KEY,
    [allow("iam:CreateAccessKey", "*", when("ForAllValues:StringEquals", "aws:TagKeys", []))],
    "certain",
    [allow("iam:CreateAccessKey", "*", when("StringEquals", "aws:TagKeys", []))],
  ],
];

function toDocuments(given: Given): readonly PrincipalDocument[] {
  const {
    identity,
    boundary,
    session,
    scp = [],
  }: Documents = "identity" in given ? given : { identity: given };
  const policy = (statements: Layer): string =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const layers = identity.every((each) => Array.isArray(each)) ? identity : [identity];
  return [
    ...layers.map(
      (layer): PrincipalDocument => ({ policyType: "identity", policy: policy([layer].flat(2)) }),
    ),
    ...(boundary ? [{ policyType: "permissions-boundary", policy: policy(boundary) } as const] : []),
    ...(session ? [{ policyType: "session", policy: policy(session) } as const] : []),
    ...scp.map(
      (layer, level) => ({ policyType: "scp", policy: policy(layer), level: String(level) }) as const,
    ),
  ];
}

function certaintyOf(given: Given, id: string): string | undefined {
  return checkPrincipal(toDocuments(given), ruleData).paths.find((path) => path.id === id)?.certainty;
}

/** What the caller may choose: the policy that it attaches, and the boundary that it sets. */
const choices = [ADMIN, iam("policy/any")].flatMap((policyArn) =>
  [undefined, ADMIN, iam("policy/any")].map((boundary) => ({ policyArn, boundary })),
);

/** Whether the evaluator allows the calls of a path on somebody or something that no policy names, by some choice. */
function allowsAll(given: Given, id: string): boolean {
  const path = ruleData.escalationPaths.find((each) => each.id === id);
  const documents = toDocuments(given).flatMap(({ policyType, policy, level }): EvaluationDocument[] => {
    const read = readDocument(policy, layerTypes[policyType]);
    return read ? [{ layer: policyType, policy: read, level }] : [];
  });
  const isSession = documents.some(({ layer }) => layer === "session");
  const principal = readPrincipal(iam(isSession ? "role/mallory" : "user/mallory"));
  const trust = readDocument(
    '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:*" } }',
    "trust",
  );
  if (!path || !principal || !trust) throw new Error(id);
  return choices.some(({ policyArn, boundary }) => {
    const context = new Map<string, readonly string[] | undefined>([
      ["iam:passedtoservice", path.services],
      ["iam:policyarn", [policyArn]],
      ["iam:permissionsboundary", boundary === undefined ? undefined : [boundary]],
      ["aws:principaltag/team", ["ops"]],
      ["aws:tagkeys", undefined],
    ]);
    return path.requires.every((requirement) => {
      const resource = victim(requirement);
      const trusted: EvaluationDocument[] = resource.includes(":role/")
        ? [{ layer: "resource", policy: trust }]
        : [];
      const request = { principal, action: requirement.action, resource, context };
      return evaluate(request, [...documents, ...trusted], ruleData.catalog).decision === "allowed";
    });
  });
}

function victim({ action, on }: Requirement): string {
  const resources = ruleData.catalog.service(action.split(":")[0] ?? "")?.resources;
  const template = resources?.find(({ name }) => name === on)?.arn ?? "*";
  return typePattern(template)
    .exact.replaceAll("?*", "victim")
    .replace("::*:", "::111122223333:")
    .replace(":*:*:", ":eu-west-1:111122223333:");
}

describe.each(pairs)("%s", (_, id, open, certainty, closed) => {
  test("opens the path", () => {
    expect(certaintyOf(open, id)).toBe(certainty);
  });

  test("has a twin that does not", () => {
    expect(certaintyOf(closed, id)).toBeUndefined();
  });
});

test("there are as many as the round asks for", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(40);
});

describe("the evaluator agrees", () => {
  const certain = pairs.filter(
    ([what, , , certainty]) => certainty === "certain" && what !== "roles of another account",
  );

  test.each(certain)("%s: every call is allowed", (_, id, open) => {
    expect(allowsAll(open, id)).toBe(true);
  });

  test.each(pairs)("%s: of its twin some call is not", (_, id, __, ___, closed) => {
    expect(allowsAll(closed, id)).toBe(false);
  });
});
