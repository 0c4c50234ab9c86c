import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/policy/evaluation/evaluate.ts";
import { readPrincipal } from "../../../src/policy/evaluation/request.ts";
import { readDocument } from "../../../src/policy/principal/read-document.ts";
import { hostileDocuments } from "../../support/hostile-documents.ts";
import { ruleData } from "../../support/rule-data.ts";
import { allows } from "../../support/small-evaluator.ts";

// The evaluator against a second reading of policies that shares no code with it.

const bucket = "arn:aws:s3:::app-1";
const actions = ["s3:GetObject", "s3:PutObject", "ec2:RunInstances"];
const resources = [`${bucket}/a`, `${bucket}/ann`, `${bucket}/b/c`, bucket, "*"];
const contexts: readonly Readonly<Record<string, string | readonly string[]>>[] = [
  {},
  { "aws:username": "ann", "aws:sourceip": "203.0.113.9", "s3:max-keys": "15", "aws:tagkeys": ["a"] },
  { "aws:username": "bob", "aws:sourceip": "198.51.100.1", "s3:max-keys": "25", "aws:tagkeys": ["a", "b"] },
  { "aws:multifactorauthpresent": "true", "aws:securetransport": "true", "aws:username": "c" },
  { "aws:multifactorauthpresent": "false", "aws:username": "a" },
];

const some = (...entries: string[]): fc.Arbitrary<string | string[]> =>
  fc.oneof(
    fc.constantFrom(...entries),
    fc.array(fc.constantFrom(...entries), { minLength: 1, maxLength: 4 }),
  );
const action = some("s3:Get*", "s3:*", "S3:getobject", "*", "ec2:Run?nstances", ...actions);
const resource = some(
  `${bucket}/*`,
  `${bucket}/\${aws:username}`,
  `${bucket}/\${*}`,
  "arn:aws:s3:::*",
  `${bucket}/?`,
  ...resources,
);
const condition = fc.constantFrom<Record<string, Record<string, unknown>>>(
  { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] } },
  { NumericLessThan: { "s3:max-keys": ["10", "20"] } },
  { NumericGreaterThanEquals: { "S3:Max-Keys": [20] } },
  { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } },
  { "ForAnyValue:StringEquals": { "aws:TagKeys": ["b", "c"] } },
  { Null: { "aws:username": "true" } },
  { Null: { "aws:TagKeys": ["false"] } },
  { StringLike: { "aws:username": "a*" } },
  { StringEqualsIfExists: { "aws:username": ["ann", "c"] } },
  { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
  { Bool: { "aws:SecureTransport": "true" }, StringLike: { "aws:username": "?" } },
);
const statement = fc
  .record({
    Effect: fc.constantFrom("Allow", "Allow", "Deny"),
    what: fc.oneof(fc.record({ Action: action }), fc.record({ NotAction: action })),
    where: fc.oneof(fc.record({ Resource: resource }), fc.record({ NotResource: resource })),
    when: fc.oneof(fc.record({ Condition: condition }), fc.constant({})),
  })
  .map(({ Effect, what, where, when }) => ({ Effect, ...what, ...where, ...when }));
const document = fc
  .record({
    Version: fc.constantFrom("2012-10-17", "2008-10-17"),
    Statement: fc.array(statement, { minLength: 1, maxLength: 5 }),
  })
  .map((value) => JSON.stringify(value));

const requests = actions.flatMap((name) =>
  resources.flatMap((on) => contexts.map((context) => ({ action: name, resource: on, context }))),
);

function decide(
  policy: string,
  asked: { action: string; resource: string; context: (typeof contexts)[number] },
): string {
  const principal = readPrincipal("arn:aws:iam::111122223333:role/app");
  const read = readDocument(policy, "identity");
  if (!principal || !read) throw new Error("not read");
  const context = new Map(Object.entries(asked.context).map(([name, value]) => [name, [value].flat()]));
  const request = { principal, action: asked.action, resource: asked.resource, context, complete: true };
  return evaluate(request, [{ layer: "identity", policy: read }], ruleData.catalog).decision;
}

describe("the evaluator", () => {
  test("decides identity policies as the second reading does", () => {
    fc.assert(
      fc.property(document, (policy) => {
        for (const asked of requests)
          expect(decide(policy, asked)).toBe(allows(policy, asked) ? "allowed" : "denied");
      }),
      { numRuns: 300 },
    );
  });

  test.each(hostileDocuments)("answers on a hostile document: $name", ({ make }) => {
    const policy = make(1000);
    if (!readDocument(policy, "identity")) return;
    const asked = { action: "s3:GetObject", resource: `${bucket}/a`, context: {} };
    expect(["allowed", "denied", "unknown"]).toContain(decide(policy, asked));
  });
});
