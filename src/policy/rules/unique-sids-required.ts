import { identityAndScp } from "../grammar.ts";
import { defineRule } from "../rule.ts";
import { repeatedSids } from "../sids.ts";

export default defineRule({
  issueCode: "UNIQUE_SIDS_REQUIRED",
  findingType: "ERROR",
  title: "Unique Sids required",
  origin: "access-analyzer",
  appliesTo: identityAndScp,
  why: "IAM refuses a document in which two statements have the same Sid.",
  fix: "Give each statement a Sid of its own, or none.",
  facts: [],
  examples: {
    bad: {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": ⟦"a"⟧, "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "b", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    yield* repeatedSids(policy);
  },
});
