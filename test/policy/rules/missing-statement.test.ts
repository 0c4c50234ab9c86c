import rule from "../../../src/policy/rules/missing-statement.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "an empty document": `⟦{}⟧`,
    "an empty list": `{ "Version": "2012-10-17", "Statement": ⟦[]⟧ }`,
    "a CloudFormation template": `⟦{ "AWSTemplateFormatVersion": "2010-09-09", "Resources": {} }⟧`,
    "a statement without its document": `⟦{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }⟧`,
  },
  passes: {
    "a statement": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "a single statement": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }`,
    "a wrong case, which has its own code": `{ "statement": [] }`,
    "a wrong type, which has its own code": `{ "Version": "2012-10-17", "Statement": "x" }`,
  },
});
