import rule from "../../../src/policy/rules/missing-github-repo-condition-key.ts";
import { testRule } from "../../support/test-rule.ts";

const policy = (statement: string): string =>
  `{ "Version": "2012-10-17", "Statement": [ { ${statement} } ] }`;

testRule(rule, {
  flags: {
    "no condition": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": ⟦"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"⟧ }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
    "one provider of two": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": ["arn:aws:iam::111122223333:oidc-provider/example.com/id", ⟦"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"⟧] }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
    "job_workflow_ref in place of the subject": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": ⟦"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"⟧ }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:job_workflow_ref": "o/r/.github/workflows/deploy.yml@refs/heads/main" } }`,
      ),
    },
  },
  passes: {
    "a subject in another case": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "Token.actions.githubusercontent.com:SUB": "repo:o/*" } }`,
      ),
    },
    "another provider": {
      type: "trust",
      policy: policy(
        `"Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id" }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
    "a Deny": {
      type: "trust",
      policy: policy(
        `"Effect": "Deny", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity"`,
      ),
    },
  },
});
