import { conditionsOf } from "../condition-key.ts";
import { defineRule, everyType } from "../rule.ts";

const PARTNERS: ReadonlySet<string> = new Set(["aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn"]);

export default defineRule({
  issueCode: "MISSING_PAIRED_CONDITION_KEYS",
  findingType: "SECURITY_WARNING",
  title: "Missing paired condition keys",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "Private addresses repeat from VPC to VPC, so an address alone does not say whose network a request comes from.",
  fix: "Test aws:SourceVpc or aws:SourceVpce in the same Condition.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "IpAddress": { ⟦"aws:VpcSourceIp"⟧: "10.1.0.0/16" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
          "Condition": { "IpAddress": { "aws:VpcSourceIp": "10.1.0.0/16" }, "StringEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { statement, condition } of conditionsOf(policy)) {
      if (condition.key.toLowerCase() !== "aws:vpcsourceip") continue;
      if (statement.conditions.some(({ key }) => PARTNERS.has(key.toLowerCase()))) continue;
      yield {
        at: { keyOf: condition.keyMember },
        message: `${condition.key} stands without aws:SourceVpc or aws:SourceVpce.`,
      };
    }
  },
});
