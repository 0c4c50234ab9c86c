import rule from "../../../src/policy/rules/group-as-principal.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (...statements: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [ ${statements.map((statement) => `{ ${statement} }`).join(", ")} ] }`;

testRule(rule, {
  flags: {
    "one of several, with a path": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ["111122223333", ⟦"arn:aws:iam::111122223333:group/eu/Devs"⟧] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
    "a trust policy in another partition": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": ⟦"arn:aws-us-gov:iam::111122223333:group/Admins"⟧ }, "Action": "sts:AssumeRole"`,
      ),
    },
    NotPrincipal: {
      type: "resource",
      policy: policy(
        `"Effect": "Deny", "NotPrincipal": { "AWS": [⟦"arn:aws:iam::111122223333:group/Devs"⟧, "arn:aws:iam::111122223333:root"] }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
  },
  passes: {
    "a user named group": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/group/x" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
    "a role": {
      type: "resource",
      policy: policy(
        `"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/group" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"`,
      ),
    },
    "a group as a resource": policy(
      `"Effect": "Allow", "Action": "iam:GetGroup", "Resource": "arn:aws:iam::111122223333:group/Devs"`,
    ),
  },
});
