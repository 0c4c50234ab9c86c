import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Catalog } from "../../src/policy/catalog/catalog.ts";
import { checkPolicy } from "../../src/policy/check.ts";
import type { Report } from "../../src/policy/finding.ts";
import { policyTypes } from "../../src/policy/model.ts";
import { MAX_POLICY_CHARACTERS } from "../../src/policy/policy-size.ts";
import { rules } from "../../src/policy/rules/index.ts";
import { readMarks } from "../support/marked.ts";
import { ruleData } from "../support/rule-data.ts";

const type = fc.constantFrom(...policyTypes);

/** Texts that have a meaning somewhere in a policy, and pieces that make trouble. */
const word = fc.oneof(
  fc.constantFrom(
    ...["*", "?", "s3:Get*", "S3:GETOBJECT", "iam:PassRole", "nosuch:X", ":", "", "arn:", "arn:aws:s3:::a/*"],
    ...[
      "arn:aws:ec2:::",
      "arn:*:*:*:*:*",
      "${aws:username}",
      "${",
      "${}",
      "}",
      "aws:ResourceTag/",
      "__proto__",
    ],
    ...[
      "constructor",
      "toString",
      "10.0.0.0/8",
      "999.1.1.1/99",
      "true",
      "2012-10-17",
      "a*a*a*a*b",
      "\u0000",
      "\ud800",
    ],
  ),
  fc.string({ maxLength: 30 }),
);
const member = fc.constantFrom(
  ...["Version", "Statement", "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal"],
  ...["NotPrincipal", "Condition", "StringLike", "ForAllValues:StringEquals", "Bool", "Null", "IpAddress"],
  ...[
    "AWS",
    "Service",
    "Federated",
    "aws:SourceIp",
    "s3:prefix",
    "aws:PrincipalOrgID",
    "__proto__",
    "hasOwnProperty",
  ],
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6 },
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("tree"), { maxLength: 5 }),
  object: fc
    .array(fc.tuple(fc.oneof(member, word), tie("tree")), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries)),
}));
const statement = fc.record(
  {
    Sid: word,
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: fc.oneof(word, fc.array(word, { maxLength: 6 })),
    NotAction: word,
    Resource: fc.oneof(word, fc.array(word, { maxLength: 6 })),
    NotResource: word,
    Principal: fc.oneof(word, fc.dictionary(member, fc.oneof(word, fc.array(word)))),
    Condition: fc.dictionary(member, fc.dictionary(fc.oneof(member, word), fc.oneof(word, fc.array(word)))),
  },
  { requiredKeys: [] },
);

function check(policy: string, policyType?: (typeof policyTypes)[number]): Report {
  const report = checkPolicy({ policy, policyType }, ruleData);
  for (const { locations } of report.findings)
    for (const { span } of locations) {
      expect(span.start.offset).toBeGreaterThanOrEqual(0);
      expect(span.end.offset).toBeGreaterThanOrEqual(span.start.offset);
      expect(span.end.offset).toBeLessThanOrEqual(report.text.length);
    }
  return report;
}

describe("any input gets an answer", () => {
  test("text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void check(text)));
  });

  test("JSON", () => {
    fc.assert(fc.property(tree, type, (value, policyType) => void check(JSON.stringify(value), policyType)));
  });

  test("statements of sound form and odd content", () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 4 }), type, (statements, policyType) => {
        check(JSON.stringify({ Version: "2012-10-17", Statement: statements }), policyType);
      }),
      { numRuns: 300 },
    );
  });

  const examples = rules.flatMap((rule) => [rule.examples.bad.policy, rule.examples.good.policy]);
  test("policies with a piece taken out or put in", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.nat(),
        fc.nat({ max: 20 }),
        word,
        (example, at, length, piece) => {
          const { text } = readMarks(example);
          const start = at % text.length;
          check(text.slice(0, start) + piece + text.slice(start + length));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("hostile documents", () => {
  const policy = (statements: string): string => `{"Version":"2012-10-17","Statement":[${statements}]}`;
  const deny = (actions: string, resources = '"*"'): string =>
    policy(`{"Effect":"Deny","Action":[${actions}],"Resource":[${resources}]}`);
  const many = (count: number, item: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => item(index)).join(",");

  test.each([
    ["nesting", "[".repeat(200_000)],
    ["nesting of objects", '{"a":'.repeat(100_000)],
    ["patterns that differ in their last letter", deny(many(10_000, (index) => `"s3:Get*a*a*${index}"`))],
    [
      "patterns in ARNs",
      deny(
        '"s3:*"',
        many(5000, (index) => `"arn:aws:ec2:*:*:*a*a*${index}*"`),
      ),
    ],
    [
      "one long pattern",
      deny(
        `"${"a*".repeat(50_000)}b"`,
        `"arn:aws:s3:::${"a*".repeat(50_000)}b","arn:aws:s3:::${"a".repeat(100_000)}"`,
      ),
    ],
    ["unknown actions", deny(many(20_000, (index) => `"ec2:DescribeInstanc${index}"`))],
    [
      "statements",
      policy(many(3000, (index) => `{"Sid":"S${index}","Effect":"Allow","Action":"iam:*","Resource":"*"}`)),
    ],
    ["more than is read", " ".repeat(MAX_POLICY_CHARACTERS + 1)],
  ])(
    "get an answer: %s",
    (_, text) => {
      expect(check(text, "identity").findings.length).toBeGreaterThan(0);
    },
    60_000,
  );
});

/** Counts the questions that rules ask the catalogue. */
class CountingCatalog extends Catalog {
  questions = 0;
  override matchActions(pattern: string): ReturnType<Catalog["matchActions"]> {
    this.questions += 1;
    return super.matchActions(pattern);
  }
  override conditionKey(name: string): ReturnType<Catalog["conditionKey"]> {
    this.questions += 1;
    return super.conditionKey(name);
  }
  override arnTemplates(service: string): ReturnType<Catalog["arnTemplates"]> {
    this.questions += 1;
    return super.arnTemplates(service);
  }
}

test("the work grows as the document does", () => {
  const data = JSON.parse(readFileSync(join(import.meta.dirname, "../../dist/catalog.json"), "utf8"));
  const questionsFor = (count: number): number => {
    const catalog = new CountingCatalog(data);
    const statements = Array.from({ length: count }, (_, index) => ({
      Sid: `S${index}`,
      Effect: "Allow",
      Action: ["s3:GetObject", `s3:Get${index}*`],
      Resource: [`arn:aws:s3:::bucket-${index}/*`],
      Condition: { StringEquals: { "aws:ResourceTag/team": "a", "s3:prefix": "b" } },
    }));
    checkPolicy(
      { policy: JSON.stringify({ Statement: statements }), policyType: "identity" },
      { ...ruleData, catalog },
    );
    return catalog.questions;
  };
  const [small, large] = [questionsFor(100), questionsFor(400)];
  expect(small).toBeGreaterThan(100);
  expect(large / small).toBeLessThan(4.5);
});
