import { resourceTypes } from "../grammar.ts";
import { defineRule } from "../rule.ts";
import { repeatedSids } from "../sids.ts";

export default defineRule({
  issueCode: "UNIQUE_SIDS_RECOMMENDED",
  findingType: "WARNING",
  title: "Unique Sids recommended",
  origin: "access-analyzer",
  appliesTo: resourceTypes,
  why: "Two statements with the same Sid cannot be told apart in messages and logs; some services refuse them.",
  fix: "Give each statement a Sid of its own, or none.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": ⟦"a"⟧, "Principal": "*", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "b", "Principal": "*", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    yield* repeatedSids(policy);
  },
});
