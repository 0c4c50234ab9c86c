import rule from "../../../src/policy/rules/untrustworthy-condition-key.ts";
import { testRule } from "../../support/test-rule.ts";

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "aws:Referer in a bucket policy": `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringLike": { ⟦"aws:Referer"⟧: "https://example.com/*" } } } }`,
    "another case, in a Deny": cond(`{ "StringNotLike": { ⟦"AWS:useragent"⟧: ["a*"] } }`, "Deny"),
  },
  passes: {
    "a key that AWS sets": cond(`{ "StringEquals": { "aws:SourceVpce": "vpce-12345678" } }`),
    "a tag of that name": cond(`{ "StringEquals": { "aws:PrincipalTag/UserAgent": "a" } }`),
    "no condition": cond(`{}`),
  },
});
