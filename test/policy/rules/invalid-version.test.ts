import rule from "../../../src/policy/rules/invalid-version.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "another date format": `{ "Version": ⟦"2012-10-17T00:00:00Z"⟧, "Statement": [] }`,
    "an empty string": `{ "Version": ⟦""⟧, "Statement": [] }`,
  },
  passes: {
    "2012": policy(`"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"`),
    "2008": `{ "Version": "2008-10-17", "Statement": [] }`,
    "a number, which has its own code": `{ "Version": 2012, "Statement": [] }`,
  },
});
