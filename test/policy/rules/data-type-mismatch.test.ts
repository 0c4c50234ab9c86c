import rule from "../../../src/policy/rules/data-type-mismatch.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "a statement that is text": `{ "Version": "2012-10-17", "Statement": ⟦"x"⟧ }`,
    "statements that are text": `{ "Version": "2012-10-17", "Statement": [ ⟦"x"⟧, ⟦1⟧ ] }`,
    "a date without quotes": `{ "Version": ⟦2012⟧, "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }`,
    "a boolean effect, a null resource and a number among actions": policy(
      `"Effect": ⟦true⟧, "Action": ["s3:GetObject", ⟦7⟧], "Resource": ⟦null⟧`,
    ),
    "a list in a list": policy(`"Effect": "Deny", "NotAction": [⟦["s3:*"]⟧], "NotResource": "*"`),
    "conditions that are lists": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": ⟦[]⟧`,
    ),
    "an operator without keys": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": ⟦"x"⟧ }`,
    ),
    "a condition value that is an object": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": [⟦{}⟧, "a"], "aws:userid": ⟦null⟧ } }`,
    ),
    "a list of principals, and one that is an object": policy(
      `"Effect": "Allow", "Principal": ⟦["*"]⟧, "NotPrincipal": { "AWS": ⟦{}⟧ }, "Action": "s3:*", "Resource": "*"`,
    ),
  },
  passes: {
    "strings, lists and objects in their places": policy(
      `"Sid": "a", "Effect": "Allow", "Principal": { "AWS": ["111122223333"], "Service": "ec2.amazonaws.com" }, "Action": ["s3:GetObject"], "Resource": "*", "Condition": { "StringEquals": { "aws:username": ["a"] } }`,
    ),
    "a boolean and a number as condition values": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": true }, "NumericLessThan": { "s3:max-keys": [10] } }`,
    ),
    "a single statement": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } }`,
    "empty lists, which have their own codes": policy(`"Effect": "Allow", "Action": [], "Resource": []`),
  },
});
