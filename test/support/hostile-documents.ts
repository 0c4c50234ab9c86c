import type { PolicyType } from "../../src/policy/model.ts";

/** A kind of document that nobody writes in good faith, with `count` pieces of what makes it hard. */
export interface HostileDocument {
  readonly name: string;
  readonly type: PolicyType;
  readonly make: (count: number) => string;
}

const list = (count: number, item: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => item(index));

const document = (...statements: readonly unknown[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

const allow = (parts: Readonly<Record<string, unknown>>): unknown => ({
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: "*",
  ...parts,
});

const identity = (
  name: string,
  parts: (count: number) => Readonly<Record<string, unknown>>,
): HostileDocument => ({
  name,
  type: "identity",
  make: (count) => document(allow(parts(count))),
});

const statements = (
  name: string,
  parts: (index: number) => Readonly<Record<string, unknown>>,
  type: PolicyType = "identity",
): HostileDocument => ({
  name,
  type,
  make: (count) => document(...list(count, String).map((_, index) => allow(parts(index)))),
});

const principals = (name: string, kind: string, item: (index: number) => string): HostileDocument => ({
  name,
  type: "resource",
  make: (count) => document(allow({ Principal: { [kind]: list(count, item) } })),
});

const condition = (name: string, block: (count: number) => unknown): HostileDocument =>
  identity(name, (count) => ({ Condition: block(count) }));

const members = (
  count: number,
  key: (index: number) => string,
  value: unknown,
): Readonly<Record<string, unknown>> => Object.fromEntries(list(count, key).map((name) => [name, value]));

/** Every part of a policy that can be repeated or made long, in the forms that cost a check most. */
export const hostileDocuments: readonly HostileDocument[] = [
  identity("unknown actions", (count) => ({ Action: list(count, (index) => `ec2:DescribeInstanc${index}`) })),
  identity("unknown services", (count) => ({ Action: list(count, (index) => `ec${index}:RunInstances`) })),
  identity("one action again and again", (count) => ({ Action: list(count, () => "s3:GetObject") })),
  identity("wide actions", (count) => ({ Action: list(count, (index) => `*${"?".repeat(index % 9)}:*e*`) })),
  identity("many wildcards in actions", (count) => ({
    Action: list(count, (index) => `iam:*a*a*a*${index}*b`),
  })),
  identity("NotAction", (count) => ({
    Action: undefined,
    NotAction: list(count, (index) => `iam:*Pass*${index}`),
  })),
  identity("buckets", (count) => ({ Resource: list(count, (index) => `arn:aws:s3:::bucket-${index}/*`) })),
  identity("ARNs of no resource", (count) => ({
    Resource: list(count, (index) => `arn:aws:ec2:*:*:*a*a*${index}*`),
  })),
  identity("ARNs that are not whole", (count) => ({ Resource: list(count, (index) => `arn:aws:${index}`) })),
  identity("Regions that are none", (count) => ({
    Resource: list(count, (index) => `arn:aws:ec2:us-east-${index}:123456789012:instance/*`),
  })),
  identity("wildcards as resources", (count) => ({
    Action: "*",
    Resource: list(count, (index) => `*${"?".repeat(index % 7)}*${index}*`),
  })),
  identity("roles to pass", (count) => ({
    Action: ["iam:PassRole", "lambda:*", "ec2:*"],
    Resource: list(count, (index) => `arn:aws:iam::123456789012:role/a*${index}*`),
  })),
  identity("NotResource", (count) => ({
    Action: ["iam:*", "lambda:*"],
    Resource: undefined,
    NotResource: list(count, (index) => `arn:aws:iam::*:role/a*${index}*`),
  })),
  identity("variables in resources", (count) => ({
    Resource: list(count, (index) => `arn:aws:s3:::b/\${aws:username}\${nosuch${index}}`),
  })),
  statements("statements", (index) => ({ Sid: `S${index}` })),
  statements("one statement again and again", () => ({})),
  statements("one Sid again and again", (index) => ({ Sid: "Same", Resource: `arn:aws:s3:::b${index}` })),
  statements("statements that allow all", (index) => ({ Sid: `S${index}`, Action: "*" })),
  statements("PassRole on wildcards", (index) => ({
    Action: ["iam:PassRole", "lambda:*", "ec2:*"],
    Resource: `arn:aws:iam::*:role/*${index}*`,
  })),
  statements("PassRole under conditions", (index) => ({
    Action: ["iam:*", "lambda:*"],
    Condition: {
      StringEquals: { "iam:PassedToService": `s${index}.amazonaws.com`, "aws:PrincipalTag/a": "b" },
    },
  })),
  statements("Deny after Deny", (index) => ({
    Effect: index === 0 ? "Allow" : "Deny",
    Action: "*",
    Resource: index === 0 ? "*" : `arn:aws:iam::*:role/a*${index}*`,
  })),
  statements("Deny under conditions", (index) => ({
    Effect: index % 2 ? "Allow" : "Deny",
    Action: ["iam:*", "lambda:*"],
    Condition: { StringLike: { [`aws:PrincipalTag/${index}`]: "a*" } },
  })),
  statements("statements with NotAction and NotResource", (index) => ({
    Action: undefined,
    NotAction: `s3:Get${index}*`,
    Resource: undefined,
    NotResource: `arn:aws:s3:::b${index}`,
  })),
  condition("unknown global keys", (count) => ({
    StringEquals: members(count, (index) => `aws:SourceIpp${index}`, "x"),
  })),
  condition("unknown keys of a service", (count) => ({
    StringEquals: members(count, (index) => `s3:prefixx${index}`, "x"),
  })),
  condition("keys of unknown services", (count) => ({
    StringEquals: members(count, (index) => `nosuch${index}:key`, "x"),
  })),
  condition("tags", (count) => ({
    StringEquals: members(count, (index) => `aws:ResourceTag/${index}`, "x"),
  })),
  condition("ForAllValues", (count) => ({
    "ForAllValues:StringEquals": members(count, (index) => `aws:RequestTag/${index}`, ["x"]),
  })),
  condition("operators", (count) =>
    members(count, (index) => `StringEqualz${index}`, { "aws:username": "x" }),
  ),
  condition("condition values", (count) => ({
    StringEquals: { "aws:username": list(count, (index) => `name-${index}`) },
  })),
  condition("patterns in condition values", (count) => ({
    StringLike: { "aws:PrincipalArn": list(count, (index) => `arn:aws:iam::*:role/a*a*${index}*`) },
  })),
  condition("address ranges", (count) => ({
    IpAddress: { "aws:SourceIp": list(count, (index) => `10.${index % 256}.${(index >> 8) % 256}.7/24`) },
  })),
  condition("values of a wrong type", (count) => ({
    Bool: { "aws:SecureTransport": list(count, (index) => `maybe-${index}`) },
    NumericLessThan: { "aws:MultiFactorAuthAge": list(count, (index) => `n-${index}`) },
    DateLessThan: { "aws:CurrentTime": list(count, (index) => `day-${index}`) },
  })),
  condition("one condition in many cases", (count) => ({
    StringEquals: members(
      Math.min(count, 4096),
      (index) =>
        [..."aws:principalorgid"]
          .map((letter, at) => ((index >> (at % 12)) & 1 ? letter.toUpperCase() : letter))
          .join(""),
      "x",
    ),
  })),
  principals("accounts", "AWS", (index) => String(100_000_000_000 + index)),
  principals(
    "users and roles",
    "AWS",
    (index) => `arn:aws:iam::123456789012:${index % 2 ? "user" : "role"}/n${index}`,
  ),
  principals("principals that are none", "AWS", (index) => `arn:aws:iam::*:nobody/${index}*`),
  principals("service principals", "Service", (index) => `s${index}.amazonaws.com`),
  principals("identity providers", "Federated", (index) => `arn:aws:iam::1:saml-provider/${index}`),
  principals("kinds of principals", "AWS", (index) => `*${index}`),
  {
    name: "trust of many accounts",
    type: "trust",
    make: (count) =>
      document({
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { AWS: list(count, (index) => `arn:aws:iam::123456789012:role/r${index}`) },
      }),
  },
  identity("unknown elements", (count) => members(count, (index) => `Actoin${index}`, "x")),
  { name: "nested lists", type: "identity", make: (count) => "[".repeat(count) },
  {
    name: "one name again and again",
    type: "identity",
    make: (count) => `{${list(count, () => '"Version":"2012-10-17"').join(",")}}`,
  },
  identity("a long Sid", (count) => ({ Sid: "ab ".repeat(count) })),
  identity("a long action", (count) => ({ Action: `s3:${"a*".repeat(count)}b` })),
  identity("a long ARN", (count) => ({ Resource: `arn:aws:s3:::${"a*".repeat(count)}b` })),
  identity("two long ARNs", (count) => ({
    Resource: [`arn:aws:s3:::${"a*".repeat(count)}b`, `arn:aws:s3:::${"a".repeat(2 * count)}`],
  })),
  identity("an ARN of colons", (count) => ({ Resource: `arn:${"a:".repeat(count)}` })),
  identity("unclosed variables", (count) => ({ Resource: `arn:aws:s3:::${"${".repeat(count)}` })),
  identity("empty variables", (count) => ({ Resource: `arn:aws:s3:::${"${}".repeat(count)}` })),
  condition("a long key", (count) => ({ StringEquals: { [`aws:${"x/".repeat(count)}`]: "x" } })),
  condition("a long value", (count) => ({ StringLike: { "aws:PrincipalArn": "a*".repeat(count) } })),
  condition("a long operator", (count) => ({
    [`ForAllValues:${"If".repeat(count)}`]: { "aws:username": "x" },
  })),
  condition("a long address", (count) => ({ IpAddress: { "aws:SourceIp": "1.".repeat(count) } })),
  {
    name: "a long principal",
    type: "resource",
    make: (count) => document(allow({ Principal: { AWS: `arn:aws:iam::${"a*".repeat(count)}` } })),
  },
  {
    name: "broken at the end",
    type: "identity",
    make: (count) => `${document(allow({ Action: list(count, String) }))}x`,
  },
  { name: "URL encoding", type: "identity", make: (count) => `%7B${"%22".repeat(count)}` },
  { name: "other text", type: "identity", make: (count) => "statement { jsonencode ".repeat(count) },
  { name: "line breaks", type: "identity", make: (count) => `{${"\n".repeat(count)}"Statement":[1]}` },
];
