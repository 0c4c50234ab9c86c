import { isLiteral } from "../arn.ts";
import { conditionsOf } from "../condition-key.ts";
import { hinter } from "../near-name.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

const REGION_KEYS: ReadonlySet<string> = new Set(["aws:requestedregion", "ec2:region"]);

export default defineRule({
  issueCode: "INVALID_REGION",
  findingType: "ERROR",
  title: "Invalid Region",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "No request comes with a Region that AWS does not have, so the value never matches.",
  fix: "Use a Region code such as eu-west-1.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringEquals": { "aws:RequestedRegion": ["eu-west-1", ⟦"eu-west"⟧] } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "StringEquals": { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const known = new Set(Object.values(catalog.reference.regions).flat());
    const hint = hinter(() => [...known]);
    for (const { condition } of conditionsOf(policy)) {
      if (!REGION_KEYS.has(condition.key.toLowerCase()) || condition.operator.family !== "String") continue;
      for (const value of condition.values)
        if (value.type === "string" && isLiteral(value.value) && !known.has(value.value.toLowerCase()))
          yield { at: value, message: `AWS has no Region ${shorten(value.value)}.${hint(value.value)}` };
    }
  },
});
