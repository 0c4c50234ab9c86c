import { isLiteral, parseArn } from "../arn.ts";
import { resourceEntries } from "../resource-arns.ts";
import { serviceOfResource } from "../resource-type.ts";
import { defineRule } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "UNSUPPORTED_RESOURCE_ARN_IN_POLICY",
  findingType: "ERROR",
  title: "Unsupported resource ARN in policy",
  origin: "access-analyzer",
  appliesTo: ["resource"],
  why: "The policy of a resource speaks of that resource; with another ARN the statement never applies.",
  fix: "Name the ARN of the resource itself.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*", ⟦"arn:aws:kms:eu-west-1:123456789012:key/1"⟧] } ] }`,
    },
    good: {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*"] } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const service = serviceOfResource(policy);
    if (service === undefined || catalog.arnTemplates(service).length === 0) return;
    for (const statement of policy.statements)
      for (const entry of resourceEntries(statement)) {
        const named = parseArn(entry.value)?.service;
        const isOther = named !== undefined && isLiteral(named) && named.toLowerCase() !== service;
        if (isOther || (entry.value === "*" && policy.resourceType === "AWS::S3::Bucket"))
          yield { at: entry, message: `${shorten(entry.value)} does not name an ${policy.resourceType}.` };
      }
  },
});
