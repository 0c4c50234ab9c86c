import rule from "../../../src/policy/rules/invalid-policy-element.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "lower-case names in document and statement": `{ "version": ⟦"2012-10-17"⟧, "statement": ⟦[]⟧ }`,
    "a misspelt name": policy(`"Effect": "Allow", "Actions": ⟦"s3:GetObject"⟧, "Resource": "*"`),
    "a name of JavaScript objects": policy(
      `"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "__proto__": ⟦{}⟧`,
    ),
    "an element of the document in a statement": policy(
      `"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*", "Version": ⟦"2012-10-17"⟧`,
    ),
    "a template around nothing that we know": `{ "Resources": ⟦{}⟧ }`,
  },
  passes: {
    "every element": `{ "Version": "2012-10-17", "Id": "x", "Statement": { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {} } }`,
    "the negated elements": policy(`"Effect": "Deny", "NotAction": "s3:*", "NotResource": "*"`),
    "a principal": policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*"`),
  },
});
