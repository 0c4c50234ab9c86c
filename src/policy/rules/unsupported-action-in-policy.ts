import { actionEntries } from "../action-entries.ts";
import { type Catalog, splitAction } from "../catalog/catalog.ts";
import { serviceOfResource } from "../resource-type.ts";
import { defineRule } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "UNSUPPORTED_ACTION_IN_POLICY",
  findingType: "ERROR",
  title: "Unsupported action in policy",
  origin: "access-analyzer",
  appliesTo: ["resource", "trust"],
  why: "The policy of a resource decides on actions of its own service only; this action is never asked about there.",
  fix: "Move the action to the policy of the resource that it acts on.",
  facts: [],
  examples: {
    bad: {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["s3:GetObject", ⟦"kms:Decrypt"⟧], "Resource": "arn:aws:s3:::app/*" } ] }`,
    },
    good: {
      type: "resource",
      resourceType: "AWS::S3::Bucket",
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::app/*" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const service = serviceOfResource(policy);
    if (service === undefined || !catalog.service(service)) return;
    for (const entry of policy.statements.flatMap(actionEntries)) {
      const prefix = splitAction(entry.value).prefix.toLowerCase();
      if (!catalog.acceptsService(prefix)) continue;
      if (prefix !== service || (OF_S3.test(policy.resourceType ?? "") && isOfAccount(entry.value, catalog)))
        yield { at: entry, message: `${shorten(entry.value)} is no action on an ${policy.resourceType}.` };
    }
  },
});

/** Requests that come to the policy of a bucket or an access point are about it and its objects. */
const OF_S3 = /^AWS::S3::\w+$/;

/** An action that asks about no resource, such as s3:ListAllMyBuckets. */
function isOfAccount(action: string, catalog: Catalog): boolean {
  return catalog.action(action)?.resources.length === 0;
}
