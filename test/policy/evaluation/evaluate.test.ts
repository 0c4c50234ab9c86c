import { describe, expect, test } from "vitest";
import { type EvaluationDocument, evaluate } from "../../../src/policy/evaluation/evaluate.ts";
import { type Layer, layerTypes } from "../../../src/policy/evaluation/layers.ts";
import { readPrincipal } from "../../../src/policy/evaluation/request.ts";
import { readDocument } from "../../../src/policy/principal/read-document.ts";
import { ruleData } from "../../support/rule-data.ts";
import { isSource } from "../../support/sources.ts";

const A = "111122223333";
const B = "444455556666";
const user = `arn:aws:iam::${A}:user/team/ann`;
const role = `arn:aws:iam::${A}:role/app`;
const session = `arn:aws:sts::${A}:assumed-role/app/one`;
const federated = `arn:aws:sts::${A}:federated-user/ann`;
const root = `arn:aws:iam::${A}:root`;
const linked = `arn:aws:iam::${A}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`;
const object = "arn:aws:s3:::app/a.txt";
const key = `arn:aws:kms:eu-west-1:${A}:key/0000`;

interface Plain {
  readonly [element: string]: unknown;
}
const allow = (Action: unknown = "*", rest: Plain = {}): Plain => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  ...rest,
});
const deny = (Action: unknown = "*", rest: Plain = {}): Plain => ({ ...allow(Action, rest), Effect: "Deny" });
const to = (AWS: unknown, rest: Plain = {}): Plain => allow("*", { Principal: { AWS }, ...rest });
const when = (operator: string, name: string, value: unknown): Plain => ({
  Condition: { [operator]: { [name]: value } },
});

/** Statements for each layer; for SCPs and RCPs several levels may be given as an object. */
type Documents = Partial<Record<Layer, readonly Plain[] | Readonly<Record<string, readonly Plain[]>>>>;

interface Asked {
  readonly by?: string;
  readonly roleArn?: string;
  readonly action?: string;
  readonly on?: string;
  readonly owner?: string;
  readonly context?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly management?: string;
  readonly complete?: boolean;
}

type Outcome = "allowed" | "explicitDeny" | "implicitDeny" | "unknown";
type Row = readonly [source: string, what: string, asked: Asked, documents: Documents, is: Outcome];

const FLOW = "reference_policies_evaluation-logic_policy-eval-denyallow";
const CROSS = "reference_policies_evaluation-logic-cross-account";
const PRINCIPAL = "reference_policies_elements_principal";
const RESOURCE = "reference_policies_elements_resource";
const ROLE_OR_SESSION = "eval-role-arn-vs-session-arn-in-resource-policy";
const USER_ARN = "policy-resource-based-user-arn-boundary";
const STAR = "eval-wildcard-principal-with-principalarn-bypasses-boundary";
const ROOT = "eval-root-has-no-identity-policy-or-boundary";
const NEEDED = "eval-trust-and-key-policies-must-allow-explicitly";
const LEVELS = "scp-removing-fullawsaccess-denies-everything";
const ec2 = [allow("ec2:*")];
const byArn = when("ArnEquals", "aws:PrincipalArn", role);

const rows: readonly Row[] = [
  // Identity policies.
  [FLOW, "nothing allows it", {}, { identity: [] }, "implicitDeny"],
  [FLOW, "an Allow", {}, { identity: [allow()] }, "allowed"],
  [FLOW, "an Allow for another action", {}, { identity: ec2 }, "implicitDeny"],
  [FLOW, "a Deny beside the Allow", {}, { identity: [allow(), deny("s3:*")] }, "explicitDeny"],
  [FLOW, "a Deny for another action", {}, { identity: [allow(), deny("s3:PutObject")] }, "allowed"],
  [
    "scp-actions-case-insensitive",
    "actions in other letters",
    {},
    { identity: [allow("S3:getobject")] },
    "allowed",
  ],
  [
    "reference_policies_elements_notaction",
    "NotAction leaves it in",
    {},
    { identity: [{ ...allow(), Action: undefined, NotAction: "ec2:*" }] },
    "allowed",
  ],
  [
    "reference_policies_elements_notaction",
    "NotAction leaves it out",
    {},
    { identity: [{ ...allow(), Action: undefined, NotAction: "s3:*" }] },
    "implicitDeny",
  ],
  [RESOURCE, "the object by name", {}, { identity: [allow("s3:*", { Resource: object })] }, "allowed"],
  [RESOURCE, "another object", {}, { identity: [allow("s3:*", { Resource: `${object}x` })] }, "implicitDeny"],
  [
    RESOURCE,
    "the letters of a name count",
    {},
    { identity: [allow("s3:*", { Resource: object.toUpperCase() })] },
    "implicitDeny",
  ],
  [
    RESOURCE,
    "a star reaches over slashes",
    { on: "arn:aws:s3:::app/a/b" },
    { identity: [allow("s3:*", { Resource: "arn:aws:s3:::app/*" })] },
    "allowed",
  ],
  [
    `${RESOURCE}#reference_policies_elements_resource_wildcards`,
    "a star at the end of a part reaches over colons",
    { action: "sns:Publish", on: `arn:aws:sns:eu-west-1:${A}:t` },
    { identity: [allow("*", { Resource: "arn:aws:sns:*:t" })] },
    "allowed",
  ],
  [
    `${RESOURCE}#reference_policies_elements_resource_wildcards`,
    "one in the middle of a part may or may not",
    { action: "sns:Publish", on: `arn:aws:sns:eu-west-1:${A}:t` },
    { identity: [allow("*", { Resource: "arn:aws:sns:eu*3:t" })] },
    "unknown",
  ],
  [
    "reference_policies_elements_notresource",
    "NotResource names it",
    {},
    { identity: [{ ...allow(), Resource: undefined, NotResource: "arn:aws:s3:::app/*" }] },
    "implicitDeny",
  ],
  [
    "reference_policies_elements_notresource",
    "NotResource names another",
    {},
    { identity: [allow(), { ...deny(), Resource: undefined, NotResource: "arn:aws:s3:::b/*" }] },
    "explicitDeny",
  ],
  [
    "cond-aws-username-missing-for-roles-and-idc",
    "the variable of a user",
    { on: "arn:aws:s3:::app/ann" },
    { identity: [allow("*", { Resource: "arn:aws:s3:::app/${aws:username}" })] },
    "allowed",
  ],
  [
    "cond-aws-username-missing-for-roles-and-idc",
    "the variable of a role",
    { by: session, on: "arn:aws:s3:::app/ann" },
    { identity: [allow("*", { Resource: "arn:aws:s3:::app/${aws:username}" })] },
    "implicitDeny",
  ],
  [
    "cond-variable-without-value-negated-matches",
    "a Deny of all but the own, for a role",
    { by: session },
    {
      identity: [
        allow(),
        { ...deny(), Resource: undefined, NotResource: "arn:aws:s3:::app/${aws:username}" },
      ],
    },
    "explicitDeny",
  ],
  [
    "reference_policies_variables#policy-vars-no-value",
    "a tag that nobody told",
    {},
    { identity: [allow("*", { Resource: "arn:aws:s3:::${aws:PrincipalTag/team}/*" })] },
    "unknown",
  ],
  [
    "reference_policies_variables#policy-vars-default-values",
    "the default of a tag that is not there",
    { context: { "aws:PrincipalTag/team": null } },
    { identity: [allow("*", { Resource: "arn:aws:s3:::${aws:PrincipalTag/team, 'app'}/*" })] },
    "allowed",
  ],
  // Conditions.
  [
    "reference_policies_condition-logic-multiple-context-keys-or-values",
    "one of two conditions fails",
    { context: { "aws:SourceVpc": "vpc-1", "aws:SecureTransport": "false" } },
    {
      identity: [
        allow("*", {
          Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" }, Bool: { "aws:SecureTransport": "true" } },
        }),
      ],
    },
    "implicitDeny",
  ],
  [
    "reference_policies_condition-logic-multiple-context-keys-or-values",
    "one fails, the other is not known",
    { context: { "aws:SecureTransport": "false" } },
    {
      identity: [
        allow("*", {
          Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" }, Bool: { "aws:SecureTransport": "true" } },
        }),
      ],
    },
    "implicitDeny",
  ],
  [
    FLOW,
    "an Allow that hangs on an unknown key",
    {},
    { identity: [allow("*", when("Bool", "aws:MultiFactorAuthPresent", "true"))] },
    "unknown",
  ],
  [
    FLOW,
    "a Deny that hangs on an unknown key",
    {},
    { identity: [allow(), deny("*", when("Bool", "aws:MultiFactorAuthPresent", "false"))] },
    "unknown",
  ],
  [
    FLOW,
    "a Deny that hangs on an unknown key where nothing allows",
    {},
    { identity: [deny("*", when("Bool", "aws:MultiFactorAuthPresent", "false"))] },
    "implicitDeny",
  ],
  [
    "cond-negated-operator-true-when-key-missing",
    "a Deny unless a tag is there",
    { context: { "aws:PrincipalTag/team": null } },
    { identity: [allow(), deny("*", when("StringNotEquals", "aws:PrincipalTag/team", "a"))] },
    "explicitDeny",
  ],
  [
    "policy-forallvalues-vacuous-truth",
    "ForAllValues without the key",
    { context: { "aws:TagKeys": null } },
    { identity: [allow("*", when("ForAllValues:StringEquals", "aws:TagKeys", ["a"]))] },
    "allowed",
  ],
  [
    "cond-sourceip-absent-behind-vpc-endpoint",
    "an address behind a VPC endpoint",
    { context: { "aws:SourceIp": null } },
    { identity: [allow(), deny("*", when("NotIpAddress", "aws:SourceIp", "203.0.113.0/24"))] },
    "explicitDeny",
  ],
  [
    "cond-principalarn-role-not-session-arn",
    "aws:PrincipalArn of a session is its role",
    { by: session },
    { identity: [allow("*", when("ArnEquals", "aws:PrincipalArn", role))] },
    "allowed",
  ],
  [
    "cond-principalarn-role-not-session-arn",
    "and not the session",
    { by: session },
    { identity: [allow("*", when("ArnLike", "aws:PrincipalArn", session))] },
    "implicitDeny",
  ],
  [
    "cond-principalarn-role-not-session-arn",
    "a role with a path",
    { by: session, roleArn: `arn:aws:iam::${A}:role/p/app` },
    { identity: [allow("*", when("ArnEquals", "aws:PrincipalArn", `arn:aws:iam::${A}:role/p/app`))] },
    "allowed",
  ],
  [
    "cond-sourcearn-only-for-service-principals",
    "a user has no aws:SourceArn",
    {},
    { identity: [allow("*", when("Null", "aws:SourceArn", "true"))] },
    "allowed",
  ],
  [
    "cond-principalisawsservice-false-for-service-roles",
    "a role is no service",
    { by: session },
    { identity: [allow(), deny("*", when("Bool", "aws:PrincipalIsAWSService", "false"))] },
    "explicitDeny",
  ],
  // Permissions boundary and session policy.
  [
    FLOW,
    "a boundary that allows it",
    {},
    { identity: [allow()], "permissions-boundary": [allow("s3:*")] },
    "allowed",
  ],
  [
    FLOW,
    "a boundary that does not name it",
    {},
    { identity: [allow()], "permissions-boundary": ec2 },
    "implicitDeny",
  ],
  [
    "eval-boundary-does-not-cover-service-linked-roles",
    "a boundary alone grants nothing",
    {},
    { identity: [], "permissions-boundary": [allow()] },
    "implicitDeny",
  ],
  [
    "eval-boundary-does-not-cover-service-linked-roles",
    "no boundary limits a service-linked role",
    { by: linked },
    { identity: [allow()], "permissions-boundary": ec2 },
    "allowed",
  ],
  [
    FLOW,
    "a Deny in the boundary",
    {},
    { identity: [allow()], "permissions-boundary": [allow(), deny("s3:*")] },
    "explicitDeny",
  ],
  [
    FLOW,
    "a session policy that allows it",
    { by: session },
    { identity: [allow()], session: [allow("s3:*")] },
    "allowed",
  ],
  [
    FLOW,
    "a session policy that does not name it",
    { by: session },
    { identity: [allow()], session: ec2 },
    "implicitDeny",
  ],
  [
    FLOW,
    "a session policy alone grants nothing",
    { by: session },
    { identity: [], session: [allow()] },
    "implicitDeny",
  ],
  [FLOW, "a session without a policy", { by: session }, { identity: [allow()] }, "allowed"],
  [
    FLOW,
    "boundary, session policy and SCP all allow",
    { by: session },
    {
      identity: [allow()],
      "permissions-boundary": [allow("s3:*")],
      session: [allow("s3:Get*")],
      scp: [allow()],
    },
    "allowed",
  ],
  [
    "API_GetFederationToken",
    "a federated user without a session policy",
    { by: federated },
    { identity: [allow()] },
    "implicitDeny",
  ],
  [
    "API_GetFederationToken",
    "a federated user with one",
    { by: federated },
    { identity: [allow()], session: [allow("s3:*")] },
    "allowed",
  ],
  // Organizations.
  [LEVELS, "an SCP that allows everything", {}, { identity: [allow()], scp: [allow()] }, "allowed"],
  [LEVELS, "an SCP that does not name it", {}, { identity: [allow()], scp: ec2 }, "implicitDeny"],
  [
    LEVELS,
    "an SCP that only denies something else",
    {},
    { identity: [allow()], scp: [deny("ec2:*")] },
    "implicitDeny",
  ],
  [
    LEVELS,
    "two levels that allow it",
    {},
    { identity: [allow()], scp: { root: [allow()], ou: [allow("s3:*")] } },
    "allowed",
  ],
  [
    LEVELS,
    "two levels, one of which does not",
    {},
    { identity: [allow()], scp: { root: [allow()], ou: ec2 } },
    "implicitDeny",
  ],
  [LEVELS, "an SCP grants nothing", {}, { identity: [], scp: [allow()] }, "implicitDeny"],
  [FLOW, "a Deny in an SCP", {}, { identity: [allow()], scp: [allow(), deny("s3:*")] }, "explicitDeny"],
  [
    "scp-condition-allowed-in-allow-statements",
    "an SCP with a condition that is not known",
    {},
    { identity: [allow()], scp: [allow("*", when("StringEquals", "aws:RequestedRegion", "eu-west-1"))] },
    "unknown",
  ],
  [
    "scp-condition-allowed-in-allow-statements",
    "an SCP with a condition that holds",
    { context: { "aws:RequestedRegion": "eu-west-1" } },
    { identity: [allow()], scp: [allow("*", when("StringEquals", "aws:RequestedRegion", "eu-west-1"))] },
    "allowed",
  ],
  [
    "scp-no-principal-element",
    "a Deny that spares a role by its ARN",
    { by: session },
    {
      identity: [allow()],
      scp: [allow(), deny("*", when("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:role/app"))],
    },
    "allowed",
  ],
  [
    "scp-no-principal-element",
    "and no other",
    { by: user },
    {
      identity: [allow()],
      scp: [allow(), deny("*", when("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:role/app"))],
    },
    "explicitDeny",
  ],
  [
    "scp-applies-to-delegated-admins-not-management",
    "in the management account",
    { management: A },
    { identity: [allow()], scp: [deny()] },
    "allowed",
  ],
  [
    "scp-applies-to-delegated-admins-not-management",
    "in another account",
    { management: B },
    { identity: [allow()], scp: [allow(), deny()] },
    "explicitDeny",
  ],
  [
    "scp-service-linked-roles-exempt",
    "a service-linked role",
    { by: linked },
    { identity: [allow()], scp: [deny()] },
    "allowed",
  ],
  [
    "scp-does-not-restrict-external-principals",
    "a service principal",
    { by: "cloudtrail.amazonaws.com" },
    { scp: [deny()], resource: [allow("*", { Principal: { Service: "cloudtrail.amazonaws.com" } })] },
    "allowed",
  ],
  [ROOT, "root under an SCP", { by: root }, { scp: [allow(), deny("s3:*")] }, "explicitDeny"],
  [ROOT, "root under an SCP that does not name it", { by: root }, { scp: ec2 }, "implicitDeny"],
  [
    "eval-rcp-evaluated-before-scp",
    "an RCP that denies",
    {},
    { identity: [allow()], rcp: [deny("s3:*", { Principal: "*" })] },
    "explicitDeny",
  ],
  [
    "rcp-customer-policies-deny-only",
    "an RCP need not allow",
    {},
    { identity: [allow()], rcp: [deny("s3:PutObject", { Principal: "*" })] },
    "allowed",
  ],
  [
    "rcp-follows-resource-owner-account",
    "a caller from outside",
    { by: `arn:aws:iam::${B}:user/bob`, owner: A },
    { identity: [allow()], resource: [to(B)], rcp: [deny("s3:*", { Principal: "*" })] },
    "explicitDeny",
  ],
  [
    "rcp-follows-resource-owner-account",
    "resources of the management account",
    { management: A },
    { identity: [allow()], rcp: [deny("s3:*", { Principal: "*" })] },
    "allowed",
  ],
  [
    "rcp-service-linked-role-trust-not-impacted",
    "a service-linked role",
    { by: linked },
    { identity: [allow()], rcp: [deny("s3:*", { Principal: "*" })] },
    "allowed",
  ],
  [
    "rcp-service-linked-role-trust-not-impacted",
    "root",
    { by: root },
    { rcp: [deny("s3:*", { Principal: "*" })] },
    "explicitDeny",
  ],
  [
    "rcp-supported-services-expanded",
    "a service without RCPs",
    { action: "ec2:StartInstances", on: `arn:aws:ec2:eu-west-1:${A}:instance/i-1` },
    { identity: [allow()], rcp: [deny("ec2:*", { Principal: "*" })] },
    "allowed",
  ],
  [
    "rcp-not-applied-to-aws-managed-keys-and-retiregrant",
    "kms:RetireGrant",
    { action: "kms:RetireGrant", on: key },
    { identity: [allow()], resource: [to(A)], rcp: [deny("kms:*", { Principal: "*" })] },
    "allowed",
  ],
  // The policy of the resource, same account.
  [
    FLOW,
    "either of the two allows: the identity policy",
    {},
    { identity: [allow()], resource: [] },
    "allowed",
  ],
  [
    USER_ARN,
    "either of the two allows: the resource's, by the user's name",
    {},
    { identity: [], resource: [to(user)] },
    "allowed",
  ],
  [
    USER_ARN,
    "the user's name against a boundary",
    {},
    { identity: [], "permissions-boundary": ec2, resource: [to(user)] },
    "allowed",
  ],
  [
    USER_ARN,
    "the user's name against a Deny",
    {},
    { identity: [deny("s3:*")], resource: [to(user)] },
    "explicitDeny",
  ],
  [
    LEVELS,
    "the user's name against an SCP",
    {},
    { identity: [], scp: ec2, resource: [to(user)] },
    "implicitDeny",
  ],
  [USER_ARN, "the name of another user", {}, { identity: [], resource: [to(`${user}x`)] }, "implicitDeny"],
  [ROLE_OR_SESSION, "the role's name", { by: session }, { identity: [], resource: [to(role)] }, "allowed"],
  [
    ROLE_OR_SESSION,
    "the role's name against a boundary",
    { by: session },
    { identity: [], "permissions-boundary": ec2, resource: [to(role)] },
    "implicitDeny",
  ],
  [
    ROLE_OR_SESSION,
    "the role's name against a session policy",
    { by: session },
    { identity: [allow()], session: ec2, resource: [to(role)] },
    "implicitDeny",
  ],
  [
    ROLE_OR_SESSION,
    "the session's name against a boundary",
    { by: session },
    { identity: [], "permissions-boundary": ec2, resource: [to(session)] },
    "allowed",
  ],
  [
    ROLE_OR_SESSION,
    "the session's name against a session policy",
    { by: session },
    { identity: [], session: ec2, resource: [to(session)] },
    "allowed",
  ],
  [
    ROLE_OR_SESSION,
    "another session of the role",
    { by: session },
    { identity: [], resource: [to(`${session}x`)] },
    "implicitDeny",
  ],
  [
    ROLE_OR_SESSION,
    "some session of the role",
    { by: role },
    { identity: [], resource: [to(session)] },
    "unknown",
  ],
  [
    STAR,
    "everyone, by aws:PrincipalArn, against a boundary",
    { by: session },
    { identity: [], "permissions-boundary": ec2, resource: [to("*", byArn)] },
    "allowed",
  ],
  [
    STAR,
    "everyone, by aws:PrincipalArn, against a Deny",
    { by: session },
    { identity: [deny()], "permissions-boundary": ec2, resource: [to("*", byArn)] },
    "explicitDeny",
  ],
  [`${PRINCIPAL}#principal-anonymous`, "everyone", {}, { identity: [], resource: [to("*")] }, "allowed"],
  [
    `${PRINCIPAL}#principal-anonymous`,
    "everyone, as a plain star",
    {},
    { identity: [], resource: [allow("*", { Principal: "*" })] },
    "allowed",
  ],
  [
    `${PRINCIPAL}#principal-anonymous`,
    "everyone, against a boundary: not said",
    {},
    { identity: [], "permissions-boundary": ec2, resource: [to("*")] },
    "unknown",
  ],
  [
    "respol-account-root-arn-is-whole-account",
    "the account, without an identity policy",
    {},
    { identity: [], resource: [to(root)] },
    "implicitDeny",
  ],
  [
    "respol-account-root-arn-is-whole-account",
    "a Deny for the account",
    {},
    { identity: [allow()], resource: [{ ...to(A), Effect: "Deny" }] },
    "explicitDeny",
  ],
  [
    "respol-no-partial-wildcards-in-principal",
    "a pattern of names",
    {},
    { identity: [], resource: [to(`arn:aws:iam::${A}:user/*`)] },
    "implicitDeny",
  ],
  [
    "eval-federated-user-grant-to-iam-user-arn-is-limited",
    "a federated user by its own name",
    { by: federated },
    { identity: [], resource: [to(federated)] },
    "allowed",
  ],
  [
    "eval-federated-user-grant-to-iam-user-arn-is-limited",
    "by the name of its user, which a session policy limits",
    { by: federated },
    { identity: [], session: ec2, resource: [to(`arn:aws:iam::${A}:user/ann`)] },
    "implicitDeny",
  ],
  [ROOT, "root needs no policy", { by: root }, {}, "allowed"],
  [
    ROOT,
    "a Deny that names root's account",
    { by: root },
    { resource: [{ ...to(root), Effect: "Deny" }] },
    "explicitDeny",
  ],
  [
    "boundary-notprincipal-deny-always-denies",
    "NotPrincipal against a user with a boundary",
    {},
    {
      identity: [allow()],
      "permissions-boundary": [allow()],
      resource: [deny("*", { NotPrincipal: { AWS: [user, root] } })],
    },
    "explicitDeny",
  ],
  [
    "respol-notprincipal-not-in-trust-or-identity-policies",
    "NotPrincipal with user and account",
    {},
    { identity: [allow()], resource: [deny("*", { NotPrincipal: { AWS: [user, root] } })] },
    "allowed",
  ],
  [
    "respol-notprincipal-not-in-trust-or-identity-policies",
    "NotPrincipal without the account",
    {},
    { identity: [allow()], resource: [deny("*", { NotPrincipal: { AWS: user } })] },
    "unknown",
  ],
  [
    "respol-notprincipal-not-in-trust-or-identity-policies",
    "NotPrincipal with somebody else",
    {},
    { identity: [allow()], resource: [deny("*", { NotPrincipal: { AWS: `${user}x` } })] },
    "explicitDeny",
  ],
  [
    "respol-notprincipal-not-in-trust-or-identity-policies",
    "an Allow with NotPrincipal",
    {},
    { identity: [], resource: [allow("*", { NotPrincipal: { AWS: `${user}x` } })] },
    "unknown",
  ],
  // Trust and key policies.
  [
    NEEDED,
    "a key without its policy",
    { action: "kms:Decrypt", on: key },
    { identity: [allow()] },
    "unknown",
  ],
  [
    NEEDED,
    "a key whose policy says nothing",
    { action: "kms:Decrypt", on: key },
    { identity: [allow()], resource: [] },
    "implicitDeny",
  ],
  [
    NEEDED,
    "a key whose policy hands on to the account",
    { action: "kms:Decrypt", on: key },
    { identity: [allow()], resource: [to(root)] },
    "allowed",
  ],
  [
    NEEDED,
    "handed on, but no identity policy",
    { action: "kms:Decrypt", on: key },
    { identity: [], resource: [to(root)] },
    "implicitDeny",
  ],
  [
    NEEDED,
    "a key whose policy names the role",
    { by: session, action: "kms:Decrypt", on: key },
    { identity: [], resource: [to(role)] },
    "allowed",
  ],
  [
    NEEDED,
    "a role that trusts the user",
    { action: "sts:AssumeRole", on: role },
    { identity: [], resource: [{ ...to(user), Resource: undefined }] },
    "allowed",
  ],
  [
    NEEDED,
    "a role that trusts the account",
    { action: "sts:AssumeRole", on: role },
    {
      identity: [allow("sts:AssumeRole", { Resource: role })],
      resource: [{ ...to(A), Resource: undefined }],
    },
    "allowed",
  ],
  [
    NEEDED,
    "a role that trusts somebody else",
    { action: "sts:AssumeRole", on: role },
    { identity: [allow()], resource: [{ ...to(B), Resource: undefined }] },
    "implicitDeny",
  ],
  [
    `${PRINCIPAL}#principal-services`,
    "a service that a role trusts",
    { by: "ec2.amazonaws.com", action: "sts:AssumeRole", on: role },
    { resource: [allow("sts:AssumeRole", { Principal: { Service: "ec2.amazonaws.com" } })] },
    "allowed",
  ],
  [
    "respol-regional-service-principal-for-opt-in",
    "the regional name of a service is another",
    { by: "s3.ap-east-1.amazonaws.com" },
    { resource: [allow("*", { Principal: { Service: "s3.amazonaws.com" } })] },
    "implicitDeny",
  ],
  [
    `${PRINCIPAL}#principal-federated-web-identity`,
    "an identity provider that a role trusts",
    {
      by: `arn:aws:iam::${A}:oidc-provider/token.example`,
      action: "sts:AssumeRoleWithWebIdentity",
      on: role,
      context: { "token.example:sub": "a" },
    },
    {
      resource: [
        allow("sts:AssumeRoleWithWebIdentity", {
          Principal: { Federated: `arn:aws:iam::${A}:oidc-provider/token.example` },
          ...when("StringEquals", "token.example:sub", "a"),
        }),
      ],
    },
    "allowed",
  ],
  [
    `${PRINCIPAL}#principal-federated-web-identity`,
    "and whose subject it does not",
    {
      by: `arn:aws:iam::${A}:oidc-provider/token.example`,
      action: "sts:AssumeRoleWithWebIdentity",
      on: role,
      context: { "token.example:sub": "b" },
    },
    {
      resource: [
        allow("sts:AssumeRoleWithWebIdentity", {
          Principal: { Federated: `arn:aws:iam::${A}:oidc-provider/token.example` },
          ...when("StringEquals", "token.example:sub", "a"),
        }),
      ],
    },
    "implicitDeny",
  ],
  // Another account.
  [CROSS, "both sides allow", { owner: B }, { identity: [allow()], resource: [to(user)] }, "allowed"],
  [
    CROSS,
    "both sides allow, the account by its id",
    { owner: B },
    { identity: [allow()], resource: [to(A)] },
    "allowed",
  ],
  [CROSS, "the identity policy alone", { owner: B }, { identity: [allow()], resource: [] }, "implicitDeny"],
  [
    CROSS,
    "the policy of the resource alone",
    { owner: B },
    { identity: [], resource: [to(user)] },
    "implicitDeny",
  ],
  [CROSS, "the policy of the resource was not given", { owner: B }, { identity: [allow()] }, "unknown"],
  [
    CROSS,
    "a boundary counts there, even for a session by name",
    { by: session, owner: B },
    { identity: [allow()], "permissions-boundary": ec2, resource: [to(session)] },
    "implicitDeny",
  ],
  [
    `${PRINCIPAL}#principal-anonymous`,
    "everyone, and no identity policy",
    { owner: B },
    { identity: [], resource: [to("*")] },
    "implicitDeny",
  ],
  [
    CROSS,
    "a Deny on one side",
    { owner: B },
    { identity: [allow(), deny("s3:*", { Resource: "arn:aws:s3:::*" })], resource: [to(user)] },
    "explicitDeny",
  ],
  [
    CROSS,
    "the account in the ARN counts",
    { action: "sns:Publish", on: `arn:aws:sns:eu-west-1:${B}:t` },
    { identity: [allow()], resource: [] },
    "implicitDeny",
  ],
  // Nobody's account.
  [`${PRINCIPAL}#principal-anonymous`, "anonymous", { by: "anonymous" }, { resource: [to("*")] }, "allowed"],
  [
    `${PRINCIPAL}#principal-anonymous`,
    "anonymous, not named",
    { by: "anonymous" },
    { resource: [to(A)] },
    "implicitDeny",
  ],
  [
    "cond-principalaccount-anonymous-value",
    "anonymous has an account of that name",
    { by: "anonymous" },
    { resource: [to("*", when("StringEquals", "aws:PrincipalAccount", "anonymous"))] },
    "allowed",
  ],
  [
    "cond-principalaccount-anonymous-value",
    "anonymous has no aws:PrincipalOrgID",
    { by: "anonymous" },
    { resource: [to("*", when("StringEquals", "aws:PrincipalOrgID", "o-1"))] },
    "implicitDeny",
  ],
  [
    "cond-principalorgid-blocks-aws-services",
    "a service has none either",
    { by: "cloudtrail.amazonaws.com" },
    {
      resource: [
        allow("*", { Principal: { Service: "cloudtrail.amazonaws.com" } }),
        deny("*", { Principal: "*", ...when("StringNotEquals", "aws:PrincipalOrgID", "o-1") }),
      ],
    },
    "explicitDeny",
  ],
];

function toDocuments(documents: Documents): EvaluationDocument[] {
  const layers = Object.keys(layerTypes).filter((layer) => layer in documents);
  return layers.flatMap((name) => {
    const layer = Object.keys(layerTypes).find((each): each is Layer => each === name);
    const given = layer && documents[layer];
    if (!layer || !given) return [];
    const levels = Array.isArray(given) ? [["", given]] : Object.entries(given);
    return levels.flatMap(([level = "", statements]) => {
      const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
      const policy = readDocument(text, layerTypes[layer]);
      return policy ? [{ layer, policy, level: String(level) }] : [];
    });
  });
}

function ask(
  {
    by = user,
    roleArn,
    action = "s3:GetObject",
    on = object,
    owner,
    context = {},
    management,
    complete,
  }: Asked,
  documents: Documents,
) {
  const principal = readPrincipal(by, roleArn);
  if (!principal) throw new Error(`no principal: ${by}`);
  const known = Object.entries(context).map(
    ([name, value]) => [name.toLowerCase(), value === null ? undefined : [value].flat()] as const,
  );
  const request = {
    principal,
    action,
    resource: on,
    resourceAccount: owner,
    managementAccount: management,
    complete,
    context: new Map(known),
  };
  return evaluate(request, toDocuments(documents), ruleData.catalog);
}

describe("a request", () => {
  test.each(rows)("%s: %s", (_, __, asked, documents, is) => {
    const { decision, denial } = ask(asked, documents);
    expect(denial ?? decision).toBe(is);
  });

  test("rests on a fact or a page in every row, and there are enough of them", () => {
    expect(rows.filter(([source]) => !isSource(source)).map(([source]) => source)).toEqual([]);
    expect(rows.length).toBeGreaterThan(80);
  });
});

describe("the answer", () => {
  test("names the statement that denies, its document and its layer", () => {
    const { because, reasons } = ask({}, { identity: [allow()], scp: [allow(), deny("s3:*")] });
    expect(because).toBe("A Deny in an SCP applies.");
    expect(reasons.map(({ layer, statement, effect }) => [layer, statement.index, effect])).toEqual([
      ["scp", 1, "Deny"],
    ]);
  });

  test("names what does not allow", () => {
    expect(ask({}, { identity: [allow()], "permissions-boundary": ec2 }).because).toBe(
      "No Allow in the permissions boundary covers it.",
    );
    expect(ask({}, { identity: [allow()], scp: { root: [allow()], ou: ec2 } }).because).toBe(
      "No Allow in the SCPs of ou covers it.",
    );
  });

  test("names the condition keys that would decide", () => {
    const open = ask(
      {},
      {
        identity: [
          allow("*", when("StringEquals", "aws:SourceVpc", "vpc-1")),
          allow("*", when("Bool", "aws:SecureTransport", "true")),
        ],
      },
    );
    expect(open).toMatchObject({ decision: "unknown", openKeys: ["aws:SecureTransport", "aws:SourceVpc"] });
    expect(open.reasons.map(({ applies }) => applies)).toEqual(["unknown", "unknown"]);
  });

  test("names the keys of variables, and none that the request has", () => {
    const Resource = "arn:aws:s3:::${aws:PrincipalTag/team}/${aws:username}";
    expect(ask({}, { identity: [allow("*", { Resource })] }).openKeys).toEqual(["aws:PrincipalTag/team"]);
  });

  test("takes keys that are not told for missing where the context is complete", () => {
    const documents = { identity: [allow("*", when("Null", "aws:SourceVpc", "true"))] };
    expect(ask({}, documents).decision).toBe("unknown");
    expect(ask({ complete: true }, documents).decision).toBe("allowed");
  });

  test.each([
    ["arn:aws:iam::111122223333:group/a", undefined],
    ["arn:aws:iam::111122223333:user/", undefined],
    ["arn:aws:sts::111122223333:assumed-role/app", undefined],
    ["arn:aws:s3:::app", undefined],
    ["somebody", undefined],
    ["Anonymous", "anonymous"],
    ["lambda.amazonaws.com", "service"],
    ["arn:aws-cn:iam::111122223333:role/p/q/app", "role"],
    ["arn:aws:iam::111122223333:saml-provider/x", "web-or-saml"],
  ])("reads %s as %s", (text, kind) => {
    expect(readPrincipal(text)?.kind).toBe(kind);
  });
});
