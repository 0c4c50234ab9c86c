import { describe, expect, test } from "vitest";
import { judgeCondition } from "../../../src/policy/evaluation/conditions.ts";
import type { Verdict } from "../../../src/policy/permissions/context.ts";
import { policyOf } from "../../support/policy-set.ts";
import { isSource } from "../../support/sources.ts";

/** What a request carries: a value, several, `null` for "not there"; a key that is not listed is not known. */
type Carried = Readonly<Record<string, string | readonly string[] | null>>;

/** Each row rests on a fact (by its id) or on a page of the IAM User Guide (by its name and anchor). */
type Row = readonly [source: string, operator: string, wanted: unknown, request: Carried, is: Verdict];

const OPERATORS = "reference_policies_elements_condition_operators";
const SETS = "reference_policies_condition-single-vs-multi-valued-context-keys";
const VARIABLES = "reference_policies_variables";
const MISSING = "cond-negated-operator-true-when-key-missing";
const NOR = "cond-negated-multiple-values-are-nor";
const ARN = "cond-arnequals-equals-arnlike";
const VACUOUS = "policy-forallvalues-vacuous-truth";
const topic = "arn:aws:sns:us-west-2:123456789012:TOPIC-ID";

/** All rows are about the key `k`. */
const rows: readonly Row[] = [
  [`${OPERATORS}#Conditions_String`, "StringEquals", "a", { k: "a" }, "yes"],
  [`${OPERATORS}#Conditions_String`, "StringEquals", "a", { k: "A" }, "no"],
  [`${OPERATORS}#Conditions_String`, "StringEquals", "a*", { k: "ab" }, "no"],
  [`${OPERATORS}#Conditions_String`, "stringequals", ["b", "a"], { k: "a" }, "yes"],
  [`${OPERATORS}#Conditions_String`, "StringNotEquals", "a", { k: "b" }, "yes"],
  [NOR, "StringNotEquals", ["a", "b"], { k: "b" }, "no"],
  [NOR, "StringNotEquals", ["a", "b"], { k: "c" }, "yes"],
  [`${OPERATORS}#Conditions_String`, "StringEqualsIgnoreCase", "preprod", { k: "PreProd" }, "yes"],
  [`${OPERATORS}#Conditions_String`, "StringNotEqualsIgnoreCase", "preprod", { k: "PreProd" }, "no"],
  [`${OPERATORS}#Conditions_String`, "StringLike", "home/*", { k: "home/ann/" }, "yes"],
  [`${OPERATORS}#Conditions_String`, "StringLike", "a?c", { k: "abc" }, "yes"],
  [`${OPERATORS}#Conditions_String`, "StringLike", "a?c", { k: "ac" }, "no"],
  [`${OPERATORS}#Conditions_String`, "StringLike", "A*", { k: "abc" }, "no"],
  [`${OPERATORS}#Conditions_String`, "StringNotLike", "a*", { k: "abc" }, "no"],
  [`${OPERATORS}#Conditions_String`, "StringLike", ["", "home/"], { k: "" }, "yes"],
  [MISSING, "StringEquals", "a", { k: null }, "no"],
  [MISSING, "StringLike", "*", { k: null }, "no"],
  [MISSING, "StringNotEquals", "a", { k: null }, "yes"],
  [MISSING, "StringNotLike", "a*", { k: null }, "yes"],
  [MISSING, "ArnNotLike", topic, { k: null }, "yes"],
  [MISSING, "NotIpAddress", "203.0.113.0/24", { k: null }, "yes"],
  [MISSING, "NumericNotEquals", "1", { k: null }, "yes"],
  [MISSING, "DateNotEquals", "2026-01-01", { k: null }, "yes"],
  [MISSING, "Bool", "false", { k: null }, "no"],
  [`${OPERATORS}#Conditions_Numeric`, "NumericLessThanEquals", "10", { k: "10" }, "yes"],
  [`${OPERATORS}#Conditions_Numeric`, "NumericLessThan", "10", { k: "9" }, "yes"],
  [`${OPERATORS}#Conditions_Numeric`, "NumericLessThan", 10, { k: "10" }, "no"],
  [`${OPERATORS}#Conditions_Numeric`, "NumericEquals", "1.50", { k: "1.5" }, "yes"],
  [`${OPERATORS}#Conditions_Numeric`, "NumericNotEquals", "3", { k: "4" }, "yes"],
  [`${OPERATORS}#Conditions_Numeric`, "NumericGreaterThan", "9", { k: "10" }, "yes"],
  [`${OPERATORS}#Conditions_Numeric`, "NumericGreaterThanEquals", "10", { k: "9" }, "no"],
  [`${OPERATORS}#Conditions_Numeric`, "NumericEquals", "ten", { k: "10" }, "unknown"],
  // Names that every JavaScript object has are neither operators nor variables.
  [OPERATORS, "constructor", "a", { k: "a" }, "unknown"],
  [VARIABLES, "StringEquals", `${"$"}{constructor}`, { k: "a" }, "unknown"],
  [
    `${OPERATORS}#Conditions_Date`,
    "DateGreaterThan",
    "2020-01-01T00:00:01Z",
    { k: "2020-01-01T00:00:02Z" },
    "yes",
  ],
  [`${OPERATORS}#Conditions_Date`, "DateLessThan", "2020-01-01", { k: "2020-01-01T00:00:00Z" }, "no"],
  [`${OPERATORS}#Conditions_Date`, "DateLessThanEquals", "2020-01-01", { k: "2020-01-01T00:00:00Z" }, "yes"],
  [`${OPERATORS}#Conditions_Date`, "DateEquals", "1577836800", { k: "2020-01-01T00:00:00Z" }, "yes"],
  [
    `${OPERATORS}#Conditions_Date`,
    "DateGreaterThanEquals",
    "2020-01-01T01:00:00+01:00",
    { k: "1577836800" },
    "yes",
  ],
  [`${OPERATORS}#Conditions_Date`, "DateNotEquals", "2020-01-01", { k: "2020-01-02" }, "yes"],
  [`${OPERATORS}#Conditions_Date`, "DateLessThan", "2020-01-01T00:00:00", { k: "2019-01-01" }, "unknown"],
  [`${OPERATORS}#Conditions_Boolean`, "Bool", "false", { k: "false" }, "yes"],
  [`${OPERATORS}#Conditions_Boolean`, "Bool", false, { k: "true" }, "no"],
  [`${OPERATORS}#Conditions_Boolean`, "Bool", "TRUE", { k: "true" }, "yes"],
  [`${OPERATORS}#Conditions_Boolean`, "Bool", "maybe", { k: "true" }, "unknown"],
  [`${OPERATORS}#Conditions_Boolean`, "ForAllValues:Bool", "true", { k: ["true", "false"] }, "no"],
  [`${OPERATORS}#Conditions_Boolean`, "ForAnyValue:Bool", "true", { k: ["true", "false"] }, "yes"],
  [`${OPERATORS}#Conditions_BinaryEquals`, "BinaryEquals", "QmluYXJ5", { k: "QmluYXJ5" }, "yes"],
  [`${OPERATORS}#Conditions_BinaryEquals`, "BinaryEquals", "QmluYXJ5", { k: "ASIA" }, "no"],
  [`${OPERATORS}#Conditions_IPAddress`, "IpAddress", "203.0.113.0/24", { k: "203.0.113.1" }, "yes"],
  [`${OPERATORS}#Conditions_IPAddress`, "IpAddress", "203.0.113.0/24", { k: "198.51.100.1" }, "no"],
  [`${OPERATORS}#Conditions_IPAddress`, "IpAddress", "203.0.113.7", { k: "203.0.113.8" }, "no"],
  [
    `${OPERATORS}#Conditions_IPAddress`,
    "NotIpAddress",
    ["203.0.113.0/24", "10.0.0.0/8"],
    { k: "10.1.1.1" },
    "no",
  ],
  [
    `${OPERATORS}#Conditions_IPAddress`,
    "IpAddress",
    "2001:DB8:1234:5678::/64",
    { k: "2001:db8:1234:5678::9" },
    "yes",
  ],
  [`${OPERATORS}#Conditions_IPAddress`, "IpAddress", "0.0.0.0/0", { k: "2001:db8::1" }, "no"],
  [`${OPERATORS}#Conditions_IPAddress`, "IpAddress", "office", { k: "203.0.113.1" }, "unknown"],
  [`${OPERATORS}#Conditions_ARN`, "ArnEquals", topic, { k: topic }, "yes"],
  [`${OPERATORS}#Conditions_ARN`, "ArnEquals", topic, { k: topic.replace("1234", "7777") }, "no"],
  [ARN, "ArnEquals", "arn:aws:sns:*:123456789012:*", { k: topic }, "yes"],
  [ARN, "ArnLike", "arn:aws:sns:*:TOPIC-ID:*", { k: topic }, "no"],
  [ARN, "ArnLike", "arn:aws:iam::*:role/a", { k: "arn:aws:iam::111122223333:user/b:role/a" }, "no"],
  [ARN, "StringLike", "arn:aws:sns:*:TOPIC-ID", { k: topic }, "yes"],
  [ARN, "ArnNotEquals", "arn:aws:sns:*:*:*", { k: topic }, "no"],
  [ARN, "ArnNotLike", "arn:aws:sqs:*:*:*", { k: topic }, "yes"],
  [ARN, "ArnLike", "arn:aws:sns:*:*:*", { k: "no arn" }, "no"],
  [ARN, "ArnLike", "*", { k: topic }, "unknown"],
  ["cond-ifexists-not-with-null", "StringLikeIfExists", "t2.*", { k: null }, "yes"],
  ["cond-ifexists-not-with-null", "StringLikeIfExists", "t2.*", { k: "m2.micro" }, "no"],
  ["cond-ifexists-not-with-null", "StringNotEqualsIfExists", "a", { k: null }, "yes"],
  ["cond-ifexists-not-with-null", "BoolIfExists", "false", { k: null }, "yes"],
  ["cond-ifexists-not-with-null", "ForAnyValue:StringEqualsIfExists", "a", { k: null }, "yes"],
  ["cond-ifexists-not-with-null", "NullIfExists", "true", { k: null }, "unknown"],
  [`${OPERATORS}#Conditions_Null`, "Null", "true", { k: null }, "yes"],
  [`${OPERATORS}#Conditions_Null`, "Null", "true", { k: "a" }, "no"],
  [`${OPERATORS}#Conditions_Null`, "Null", "false", { k: "a" }, "yes"],
  [`${OPERATORS}#Conditions_Null`, "Null", false, { k: null }, "no"],
  [`${OPERATORS}#Conditions_Null`, "Null", "true", { k: [] }, "yes"],
  [`${OPERATORS}#Conditions_Null`, "Null", "false", { k: "" }, "unknown"],
  [VACUOUS, "ForAllValues:StringEquals", ["a", "b"], { k: null }, "yes"],
  [VACUOUS, "ForAllValues:StringEquals", ["a", "b"], { k: [] }, "yes"],
  [VACUOUS, "ForAllValues:StringLike", ["a"], { k: "" }, "yes"],
  [
    `${SETS}#reference_policies_condition-forallvalues`,
    "ForAllValues:StringEquals",
    ["a", "b"],
    { k: ["a", "b"] },
    "yes",
  ],
  [
    `${SETS}#reference_policies_condition-forallvalues`,
    "ForAllValues:StringEquals",
    ["a", "b"],
    { k: ["a", "c"] },
    "no",
  ],
  [
    `${OPERATORS}#conditions_string_multivalued`,
    "ForAllValues:StringNotEquals",
    ["a"],
    { k: ["b", "c"] },
    "yes",
  ],
  [
    `${OPERATORS}#conditions_string_multivalued`,
    "ForAllValues:StringNotEquals",
    ["a"],
    { k: ["a", "c"] },
    "no",
  ],
  // The page's text says true, the table of its example says no match.
  [`${OPERATORS}#Conditions_String-wildcard`, "ForAllValues:StringNotLike", ["a"], { k: null }, "unknown"],
  [
    `${SETS}#reference_policies_condition-foranyvalue`,
    "ForAnyValue:StringEquals",
    ["a", "b"],
    { k: ["b", "c"] },
    "yes",
  ],
  [`${SETS}#reference_policies_condition-foranyvalue`, "ForAnyValue:StringEquals", ["a"], { k: ["c"] }, "no"],
  ["cond-foranyvalue-deny-needs-null-statement", "ForAnyValue:StringEquals", ["a"], { k: null }, "no"],
  ["cond-foranyvalue-deny-needs-null-statement", "ForAnyValue:StringNotEquals", ["a"], { k: null }, "no"],
  [
    `${OPERATORS}#conditions_string_multivalued`,
    "ForAnyValue:StringNotEquals",
    ["a"],
    { k: ["a", "b"] },
    "yes",
  ],
  [`${OPERATORS}#conditions_string_multivalued`, "ForAnyValue:StringNotEquals", ["a"], { k: ["a"] }, "no"],
  [
    `${OPERATORS}#conditions_arn_multivalued`,
    "ForAllValues:ArnLike",
    ["arn:aws:sns:*:*:*"],
    { k: [topic, topic] },
    "yes",
  ],
  ["cond-multivalued-by-request-not-policy", "StringEquals", ["a", "b"], { k: ["a", "b"] }, "unknown"],
  [
    `${VARIABLES}#policy-vars-using-variables`,
    "StringEquals",
    "${aws:username}",
    { k: "ann", "aws:username": "ann" },
    "yes",
  ],
  [
    `${VARIABLES}#policy-vars-using-variables`,
    "StringEquals",
    "${AWS:UserName}-x",
    { k: "ann-x", "aws:username": "ann" },
    "yes",
  ],
  [
    `${VARIABLES}#policy-vars-using-variables`,
    "StringLike",
    "${aws:username}*",
    { k: "a*nn", "aws:username": "a*n" },
    "yes",
  ],
  [
    `${VARIABLES}#policy-vars-using-variables`,
    "StringLike",
    "${aws:username}",
    { k: "abn", "aws:username": "a*n" },
    "no",
  ],
  [`${VARIABLES}#policy-vars-specialchars`, "StringLike", "a${*}", { k: "ab" }, "no"],
  [`${VARIABLES}#policy-vars-specialchars`, "StringLike", "a${*}${?}${$}", { k: "a*?$" }, "yes"],
  [`${VARIABLES}#policy-vars-specialchars`, "StringEquals", "a${*}", { k: "a*" }, "yes"],
  [`${VARIABLES}#policy-vars-default-values`, "StringEquals", "${t, 'none'}", { k: "none", t: null }, "yes"],
  [`${VARIABLES}#policy-vars-default-values`, "StringEquals", "${t, 'none'}", { k: "none", t: "red" }, "no"],
  ["cond-variable-without-value-negated-matches", "StringEquals", "${t}", { k: "a", t: null }, "no"],
  ["cond-variable-without-value-negated-matches", "StringNotEquals", "${t}", { k: "a", t: null }, "yes"],
  ["cond-variable-without-value-negated-matches", "StringEquals", ["${t}", "a"], { k: "a", t: null }, "yes"],
  ["cond-multivalued-by-request-not-policy", "StringEquals", "${t}", { k: "a", t: ["a", "b"] }, "unknown"],
  ["cond-variables-only-string-and-arn-operators", "NumericEquals", "${t}", { k: "1", t: "1" }, "unknown"],
  [
    "cond-variables-only-string-and-arn-operators",
    "ArnEquals",
    "arn:aws:sns:us-west-2:123456789012:${t}",
    { k: topic, t: "TOPIC-ID" },
    "yes",
  ],
  [`${OPERATORS}#Conditions_String`, "StringEquals", "a", {}, "unknown"],
  [`${OPERATORS}#Conditions_String`, "StringEquals", "${t}", { k: "a" }, "unknown"],
  [`${OPERATORS}#Conditions_Null`, "Null", "true", {}, "unknown"],
  ["cond-ifexists-not-with-null", "StringLikeIfExists", "*", {}, "yes"],
  [VACUOUS, "ForAllValues:StringLike", "*", {}, "yes"],
  [`${OPERATORS}#topiclist`, "StringStartsWith", "a", { k: "ab" }, "unknown"],
];

function judge([, operator, wanted, request]: Row, version?: string): Verdict {
  const policy = policyOf([
    { Effect: "Allow", Action: "s3:*", Resource: "*", Condition: { [operator]: { K: wanted } } },
  ]);
  const [condition] = policy.statements[0]?.conditions ?? [];
  if (!condition) throw new Error("no condition");
  const context = new Map(
    Object.entries(request).map(([key, value]) => [key, value === null ? undefined : [value].flat()]),
  );
  return judgeCondition(condition, context, version !== "2008-10-17");
}

describe("a condition", () => {
  test("rests on a fact or a page in every row", () => {
    expect(rows.filter(([source]) => !isSource(source)).map(([source]) => source)).toEqual([]);
  });

  test.each(rows)("%s: %s %j for %j is %s", (...row) => {
    expect(judge(row)).toBe(row[4]);
  });

  test("knows no variables in the older version of the language", () => {
    const row: Row = [VARIABLES, "StringEquals", "${aws:username}", { k: "${aws:username}" }, "yes"];
    expect(judge(row, "2008-10-17")).toBe("yes");
  });

  test("that compares with nothing is never true, and always true if it is negated", () => {
    expect(judge([OPERATORS, "StringEquals", [], {}, "no"])).toBe("no");
    expect(judge([OPERATORS, "StringNotEquals", [], {}, "yes"])).toBe("yes");
  });
});
