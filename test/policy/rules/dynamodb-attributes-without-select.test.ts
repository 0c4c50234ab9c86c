import rule from "../../../src/policy/rules/dynamodb-attributes-without-select.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "another case": policy(
      `"Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "forallvalues:stringlike": { ⟦"DynamoDB:attributes"⟧: "a*" } }`,
    ),
    "dynamodb:Select in another statement": `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Deny", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { ⟦"dynamodb:Attributes"⟧: "a" } } }, { "Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "StringEquals": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } } } ] }`,
  },
  passes: {
    "with dynamodb:Select": policy(
      `"Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "dynamodb:Attributes": "a" }, "StringEquals": { "DYNAMODB:select": "SPECIFIC_ATTRIBUTES" } }`,
    ),
    "another key": policy(
      `"Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": "a" } }`,
    ),
    "Null alone": policy(
      `"Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "Null": { "dynamodb:Attributes": "false" } }`,
    ),
  },
});
