import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPolicy } from "../../src/policy/check.ts";
import type { Report } from "../../src/policy/finding.ts";
import { rules } from "../../src/policy/rules/index.ts";
import { readMarks } from "../support/marked.ts";
import { ruleData } from "../support/rule-data.ts";
import { allows, type TestRequest } from "../support/small-evaluator.ts";

// A fix never widens what is allowed, and brings nothing new to report: over documents put together from the
// bad examples of the rules and from statements that overlap.

const actions = [
  "s3:GetObject",
  "s3:PutObject",
  "ec2:DescribeInstances",
  "ec2:RunInstances",
  "iam:ListMFADevices",
];
const resources = [
  ...[
    "*",
    "arn:aws:s3:::app-1/a",
    "arn:aws:s3:::app-1/*",
    "arn:aws:s3:::app-1",
    "arn:aws:iam::111122223333:user/ann",
  ],
  ...["arn:aws:s3:::app-1/ann", "arn:aws:s3:::app-1/a-longer-name-than-that"],
];
const contexts: readonly TestRequest["context"][] = [
  {},
  { "aws:username": "ann", "aws:sourceip": "203.0.113.9", "s3:max-keys": "15", "aws:tagkeys": ["a"] },
  { "aws:username": "bob", "aws:sourceip": "203.0.114.1", "s3:max-keys": "25", "aws:tagkeys": ["a", "b"] },
  { "aws:multifactorauthpresent": "true", "aws:securetransport": "true", "aws:tagkeys": [] },
  { "aws:multifactorauthpresent": "false", "aws:username": "a-longer-name-than-that" },
];
const requests: readonly TestRequest[] = actions.flatMap((action) =>
  resources.flatMap((resource) => contexts.map((context) => ({ action, resource, context }))),
);

const actionEntries = ["s3:Get*", "s3:*", "S3:getobject", "ec2:Describe*", "*", "iam:List*", ...actions];
const resourceEntries = [
  ...["arn:aws:s3:::app-*", "arn:aws:s3:::app-1/${aws:username}", "arn:aws:s3:::app-1/${*}", ...resources],
  ...["arn:aws:s3:::app-1/???????????????", "arn:aws:s3:::app-1/?"],
];
const oneOrMore = (entries: readonly string[]): fc.Arbitrary<string | string[]> =>
  fc.oneof(
    fc.constantFrom(...entries),
    fc.array(fc.constantFrom(...entries), { minLength: 1, maxLength: 5 }),
  );

const condition = fc.constantFrom<Record<string, Record<string, unknown>>>(
  { IpAddress: { "aws:SourceIp": ["203.0.113.7/24", "10.1.2.3/8"] } },
  { NumericLessThan: { "s3:max-keys": ["10", "20"] } },
  { NumericGreaterThanEquals: { "s3:max-keys": [20, 10, "10"] } },
  { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } },
  { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] }, Null: { "aws:username": "false" } },
  { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
  { Bool: { "aws:SecureTransport": "true" } },
  { StringLike: { "aws:username": "a*" } },
  { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } },
);

const action = oneOrMore(actionEntries);
const resource = oneOrMore(resourceEntries);
const madeUp = fc
  .record(
    {
      Sid: fc.constantFrom("A", "B b", "B-b", "Bb"),
      Effect: fc.constantFrom("Allow", "Deny", "allow", "DENY"),
      what: fc.oneof(
        fc.record({ Action: action }),
        fc.record({ NotAction: action }),
        fc.record({ action: action }),
      ),
      where: fc.oneof(fc.record({ Resource: resource }), fc.record({ NotResource: resource })),
      when: fc.oneof(
        fc.record({ Condition: condition }),
        fc.record({ condition: condition }),
        fc.constant({}),
      ),
    },
    { requiredKeys: ["Effect", "what", "where", "when"] },
  )
  .map(({ what, where, when, ...rest }) => ({ ...rest, ...what, ...where, ...when }));

const fromExamples = fc.constantFrom(
  ...rules.flatMap(({ examples }) => {
    try {
      const document: { Statement?: unknown } = JSON.parse(readMarks(examples.bad.policy).text);
      return [document.Statement ?? []].flat();
    } catch {
      return [];
    }
  }),
);

const document = fc
  .record(
    {
      Version: fc.constantFrom("2012-10-17", "2008-10-17", "2024-01-01"),
      Statement: fc
        .array(fc.oneof({ weight: 4, arbitrary: madeUp }, fromExamples), { minLength: 1, maxLength: 4 })
        .chain((statements) => fc.constantFrom(statements, [...statements, statements[0]])),
    },
    { requiredKeys: ["Statement"] },
  )
  .map((value) => JSON.stringify(value, null, 1));

const check = (policy: string): Report => checkPolicy({ policy, policyType: "identity" }, ruleData);

/** Every text that the fixes of a report lead to: each finding's alone, and all of them together. */
function correctedTexts({ text, findings, correctedPolicy }: Report): readonly string[] {
  const alone = findings.flatMap(({ edits = [] }) => {
    if (edits.length === 0) return [];
    const backwards = edits.toSorted((a, b) => b.span.start.offset - a.span.start.offset);
    return backwards.reduce(
      (rest, { span, newText }) => rest.slice(0, span.start.offset) + newText + rest.slice(span.end.offset),
      text,
    );
  });
  return correctedPolicy === undefined ? alone : [...alone, correctedPolicy];
}

function widened(before: string, after: string): readonly TestRequest[] {
  return requests.filter((request) => allows(after, request) && !allows(before, request));
}

/** Until these are mended the check cannot read a part of the document; what stands there comes to light. */
const hiding: ReadonlySet<string> = new Set(["INVALID_EFFECT", "INVALID_POLICY_ELEMENT", "INVALID_VERSION"]);

describe("the fixes", () => {
  test("never widen what a document allows, alone or together", () => {
    fc.assert(
      fc.property(document, (policy) => {
        for (const corrected of correctedTexts(check(policy))) expect(widened(policy, corrected)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("bring nothing new to report", () => {
    fc.assert(
      fc.property(document, (policy) => {
        const { findings, correctedPolicy } = check(policy);
        const codes = new Set(findings.map(({ issueCode }) => issueCode));
        if (correctedPolicy === undefined || [...codes].some((code) => hiding.has(code))) return;
        const after = check(correctedPolicy).findings.map(({ issueCode }) => issueCode);
        expect(after.filter((code) => !codes.has(code))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  // Deny entries of one list, of which the first only looks as if it covered the second.
  test.each([
    ["as many ? as a variable's name has characters", "arn:aws:s3:::app-1/???????????????"],
    ["a variable that stands for a plain star", "arn:aws:s3:::app-1/${*}"],
    ["the beginning of a variable", "arn:aws:s3:::app-1/$*"],
    ["the end of a variable", "arn:aws:s3:::app-1/*}"],
    ["a wildcard inside a variable that does not exist", "arn:aws:s3:::app-1/${a?s:username}"],
  ])("keep a resource beside %s", (_, wider) => {
    const everything = { Effect: "Allow", Action: "s3:*", Resource: "*" };
    const denied = {
      Effect: "Deny",
      Action: "s3:*",
      Resource: [wider, "arn:aws:s3:::app-1/${aws:username}"],
    };
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [everything, denied] });
    for (const corrected of correctedTexts(check(policy))) expect(widened(policy, corrected)).toEqual([]);
  });

  test("take out a variable that a star covers", () => {
    const Resource = ["arn:aws:s3:::app-1/${aws:username}/*", "arn:aws:s3:::app-1/${aws:username}/a"];
    const policy = { Version: "2012-10-17", Statement: { Effect: "Deny", Action: "s3:*", Resource } };
    expect(check(JSON.stringify(policy)).correctedPolicy).not.toContain("}/a");
  });

  test("are seen to widen when they do", () => {
    const policy = (entries: readonly string[], effect: string): string =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: { Effect: effect, Action: entries, Resource: "*" },
      });
    expect(widened(policy(["s3:Get*"], "Allow"), policy(["s3:*"], "Allow")).length).toBeGreaterThan(0);
    expect(widened(policy(["s3:*"], "Allow"), policy(["s3:Get*"], "Allow"))).toEqual([]);
  });
});
