import { parseArn } from "../arn.ts";
import { resourceTypes } from "../grammar.ts";
import { type Statement, scalarText } from "../model.ts";
import type { JsonScalar } from "../parse/json-tree.ts";
import { defineRule } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "SOURCE_ARN_WITHOUT_ACCOUNT",
  findingType: "SECURITY_WARNING",
  title: "SourceArn without account",
  origin: "iam-pitfalls",
  appliesTo: resourceTypes,
  why: "An ARN without account id, such as that of a bucket, does not say who owns the resource. Whoever owns one of this name, perhaps after yours is deleted, can have the service act here.",
  fix: 'Add the owner to the same Condition: "StringEquals": { "aws:SourceAccount": "<account id>" }.',
  facts: ["cond-sourcearn-s3-needs-sourceaccount"],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:uploads", "Condition": { "ArnEquals": { "aws:SourceArn": ⟦"arn:aws:s3:::amzn-s3-demo-bucket"⟧ } } } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:uploads", "Condition": { "ArnEquals": { "aws:SourceArn": "arn:aws:s3:::amzn-s3-demo-bucket" }, "StringEquals": { "aws:SourceAccount": "111122223333" } } } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements) {
      if (statement.effect !== "Allow" || !trustsService(statement) || namesOwner(statement)) continue;
      for (const value of sourceArns(statement))
        yield {
          at: value,
          message: `${shorten(scalarText(value))} does not say in whose account the source lies.`,
        };
    }
  },
});

const OWNER_KEYS: ReadonlySet<string> = new Set([
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
]);

function trustsService({ principal }: Statement): boolean {
  return principal?.entries.some(({ kind }) => kind === "Service") ?? false;
}

function namesOwner({ conditions }: Statement): boolean {
  return conditions.some(
    ({ key, operator }) => OWNER_KEYS.has(key.toLowerCase()) && operator.family !== "any",
  );
}

function* sourceArns({ conditions }: Statement): Iterable<JsonScalar> {
  for (const { key, operator, values } of conditions) {
    if (key.toLowerCase() !== "aws:sourcearn" || operator.negated || operator.family === "any") continue;
    for (const value of values) {
      const account = parseArn(scalarText(value))?.account;
      if (account === "" || account === "*") yield value;
    }
  }
}
