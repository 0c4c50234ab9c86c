import { isLiteral } from "../arn.ts";
import { resourceArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_ARN_REGION",
  findingType: "ERROR",
  title: "Invalid ARN Region",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An ARN with a Region that its partition does not have names nothing.",
  fix: "Use a Region code such as eu-west-1, or * for every Region.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": ⟦"arn:aws:ec2:eu-west-9:123456789012:instance/*"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "ec2:StartInstances", "Resource": "arn:aws:ec2:eu-west-1:123456789012:instance/*" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const { regions } = catalog.reference;
    for (const { entry, arn } of resourceArns(policy)) {
      if (!isLiteral(arn.region)) continue;
      const own = Object.hasOwn(regions, arn.partition) ? regions[arn.partition] : undefined;
      const known = own ?? Object.values(regions).flat();
      if (known.includes(arn.region)) continue;
      const where = own ? `The partition ${arn.partition}` : "AWS";
      yield { at: entry, message: `${where} has no Region ${shorten(arn.region)}.` };
    }
  },
});
