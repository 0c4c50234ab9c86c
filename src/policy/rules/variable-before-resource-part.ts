import type { Catalog } from "../catalog/catalog.ts";
import { splitVariable, variablesIn } from "../policy-variables.ts";
import { resourceArns } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "VARIABLE_BEFORE_RESOURCE_PART",
  findingType: "WARNING",
  title: "Variable before the resource part of an ARN",
  origin: "iam-pitfalls",
  appliesTo: everyType,
  why: "In Resource and NotResource a policy variable may stand after the fifth colon of an ARN alone: service, Region and account cannot be variables.",
  fix: 'Write * in the place of the account and compare it in a Condition: "StringEquals": { "aws:ResourceAccount": "${aws:PrincipalAccount}" }.',
  facts: ["cond-variables-only-after-fifth-colon"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ⟦"arn:aws:sqs:*:\${aws:PrincipalAccount}:orders"⟧ } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:*:*:orders", "Condition": { "StringEquals": { "aws:ResourceAccount": "\${aws:PrincipalAccount}" } } } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { entry, arn } of resourceArns(policy)) {
      const variable = [arn.partition, arn.service, arn.region, arn.account]
        .flatMap((field) => variablesIn(field))
        .find(({ body }) => body !== undefined && isKey(body, catalog));
      if (variable)
        yield {
          at: entry,
          message: `${shorten(variable.text)} stands before the fifth colon, where IAM takes no variable.`,
        };
    }
  },
});

/** Whether IAM would fill it in: other names, such as `AWS::AccountId`, are those of templates. */
function isKey(body: string, catalog: Catalog): boolean {
  return catalog.conditionKey(splitVariable(body).name.trim()) !== undefined;
}
