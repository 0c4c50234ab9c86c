import { isLiteral } from "../arn.ts";
import { resourceArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_PARTITION",
  findingType: "ERROR",
  title: "Invalid partition",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "AWS has few partitions (aws, aws-cn, aws-us-gov and closed ones); an ARN of another names nothing.",
  fix: "Use aws, or the partition of your accounts.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ⟦"arn:amazon:s3:::app/*"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws-cn:s3:::app/*" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const { regions } = catalog.reference;
    for (const { entry, arn } of resourceArns(policy)) {
      if (arn.partition !== "" && (!isLiteral(arn.partition) || Object.hasOwn(regions, arn.partition)))
        continue;
      const wrong =
        arn.partition === "" ? "The ARN has no partition" : `AWS has no partition ${shorten(arn.partition)}`;
      yield { at: entry, message: `${wrong}; AWS has ${Object.keys(regions).join(", ")}.` };
    }
  },
});
