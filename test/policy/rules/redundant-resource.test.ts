import rule from "../../../src/policy/rules/redundant-resource.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (resources: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "logs:*", ${resources} } }`;

testRule(rule, {
  flags: {
    "an account wildcard that reaches over the colon": policy(
      '"Resource": [⟦"arn:aws:logs:*:*:/aws/lambda/S*"⟧, ⟦"arn:aws:logs:*:*:log-group:/aws/lambda/S*"⟧]',
    ),
    "a bucket pattern and the pattern of its objects": policy(
      '"Resource": [⟦"arn:aws:s3:::x-*/*"⟧, "arn:aws:s3:::y", ⟦"arn:aws:s3:::x-*"⟧]',
    ),
    "ARNs beside a star, in a Deny": policy('"Resource": [⟦"*"⟧, ⟦"arn:aws:s3:::x"⟧]', "Deny"),
  },
  passes: {
    "ARNs that differ in case": policy(
      '"Resource": ["arn:aws:s3:::*DeepRacer*", "arn:aws:s3:::*deepracer*"]',
    ),
    "a bucket and its objects": policy('"Resource": ["arn:aws:s3:::x", "arn:aws:s3:::x/*"]'),
    "a plain string": policy('"Resource": "*"'),
    NotResource: policy('"NotResource": ["*", "arn:aws:s3:::x"]'),
  },
});
