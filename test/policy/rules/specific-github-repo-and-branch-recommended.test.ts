import rule from "../../../src/policy/rules/specific-github-repo-and-branch-recommended.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "an open repository": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": ⟦"repo:o/*"⟧ } }`,
      ),
    },
    "a list": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "stringlike": { "token.actions.githubusercontent.com:sub": ["repo:o/r:ref:refs/heads/main", ⟦"repo:o/r:*"⟧] } }`,
      ),
    },
  },
  passes: {
    "a full subject": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/main" } }`,
      ),
    },
    "the branch in a condition of its own": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": "repo:o/r:*", "token.actions.githubusercontent.com:ref": "refs/heads/main" } }`,
      ),
    },
    "another provider": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "example.com/id:sub": "a*" } }`,
      ),
    },
  },
});
