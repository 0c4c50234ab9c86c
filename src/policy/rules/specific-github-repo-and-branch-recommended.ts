import { hasWildcard } from "../glob.ts";
import { GITHUB } from "../identity-provider.ts";
import { type Condition, scalarText } from "../model.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED",
  findingType: "WARNING",
  title: "Specific github repo and branch recommended",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "A wildcard in the subject lets in other repositories or branches, pull requests among them.",
  fix: "Name organization, repository and branch: repo:<organization>/<repository>:ref:refs/heads/<branch>.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringLike": { "token.actions.githubusercontent.com:sub": ⟦"repo:o/r:*"⟧ } } } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:sub": "repo:o/r:ref:refs/heads/main" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { conditions } of policy.statements) {
      if (conditions.some(({ key }) => key.toLowerCase() === `${GITHUB}:ref`)) continue;
      for (const value of conditions.filter(testsSubject).flatMap(({ values }) => values))
        if (hasWildcard(scalarText(value)))
          yield { at: value, message: "The wildcard leaves the repository or the branch open." };
    }
  },
});

function testsSubject({ key, operator }: Condition): boolean {
  return key.toLowerCase() === `${GITHUB}:sub` && operator.base === "StringLike";
}
