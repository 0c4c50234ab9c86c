import rule from "../../../src/policy/rules/missing-version.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "an empty document": `⟦{}⟧`,
    "a document with variables": `⟦{ "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::b/\${aws:username}" } }⟧`,
  },
  passes: {
    "the version of 2012": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "the version of 2008": `{ "Version": "2008-10-17", "Statement": [] }`,
    "a wrong version, which has its own code": `{ "Version": "2020-01-01", "Statement": [] }`,
    "a wrong case, which has its own code": `{ "version": "2012-10-17", "Statement": [] }`,
  },
});
