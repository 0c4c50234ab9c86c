import rule from "../../../src/policy/rules/assumed-root-compared-with-false.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "a boolean, whatever the case of key and operator": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "bool": { ⟦"AWS:assumedroot"⟧: false } }`,
      ),
    },
    "beside another key of the block": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { ⟦"aws:AssumedRoot"⟧: ["false"], "aws:SecureTransport": "true" } }`,
      ),
    },
    "an Allow": policy(
      `"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { ⟦"aws:AssumedRoot"⟧: "false" } }`,
    ),
  },
  passes: {
    "a comparison with true": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:AssumedRoot": "true" } }`,
      ),
    },
    "BoolIfExists, which holds without the key": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:AssumedRoot": "false" } }`,
      ),
    },
    "ForAllValues, which holds without the key": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "ForAllValues:Bool": { "aws:AssumedRoot": "false" } }`,
      ),
    },
    Null: {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Null": { "aws:AssumedRoot": "false" } }`,
      ),
    },
    "another key": policy(
      `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "false" } }`,
    ),
    "both values": {
      type: "scp",
      policy: policy(
        `"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:AssumedRoot": ["true", "false"] } }`,
      ),
    },
  },
});
