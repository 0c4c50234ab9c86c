import { conditionsOf } from "../condition-key.ts";
import { hasWildcard } from "../glob.ts";
import type { Condition } from "../model.ts";
import { namedPrincipals } from "../principals.ts";
import { defineRule, everyType, type Problem } from "../rule.ts";
import { shorten } from "../shorten.ts";

const CALLED_VIA = /^aws:calledvia(first|last)?$/i;
/** One label before a suffix of AWS's: names of more labels are no values of this key. */
const SERVICE = /^[a-z0-9-]+\.(amazonaws\.com|amazonaws\.com\.cn|amazon\.com)$/;
/** service.region.amazonaws.com */
const REGIONAL = /^[a-z0-9-]+\.(\*|[a-z0-9-]+)\.amazonaws\.com(\.cn)?$/;

export default defineRule({
  issueCode: "INVALID_SERVICE_PRINCIPAL_FORMAT",
  findingType: "ERROR",
  title: "Invalid service principal format",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A service principal of another form equals no value that AWS sends, so the condition never matches; IAM refuses one that stands as a principal.",
  fix: "Write service.amazonaws.com in lower case; for kms:ViaService service.region.amazonaws.com.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
          "Condition": { "ForAnyValue:StringEquals": { "aws:CalledVia": ["athena.amazonaws.com", ⟦"dynamodb"⟧] } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
          "Condition": { "ForAnyValue:StringEquals": { "aws:CalledVia": ["athena.amazonaws.com", "dynamodb.amazonaws.com"] } } } ] }`,
    },
  },

  *check(policy) {
    for (const { kind, value } of policy.statements.flatMap(namedPrincipals))
      if (kind === "Service" && /^[^.*?$]*$/.test(value.value))
        yield {
          at: value,
          message: `Services are named like ec2.amazonaws.com; ${shorten(JSON.stringify(value.value))} is no name of this form, so the policy is refused.`,
          fix: "Write the service principal in full, such as ec2.amazonaws.com.",
        };
    for (const { condition } of conditionsOf(policy))
      if (condition.operator.family === "String") yield* misfits(condition);
  },
});

function* misfits({ key, operator, values }: Condition): Iterable<Problem> {
  const expected = expectedForm(key);
  if (!expected) return;
  for (const value of values) {
    if (value.type !== "string" || value.value.includes("${") || expected.form.test(value.value)) continue;
    if (hasWildcard(value.value) && operator.base.endsWith("Like")) continue;
    yield {
      at: value,
      message: `${key} takes names of the form ${expected.shown}; ${value.value} is not one.`,
    };
  }
}

function expectedForm(key: string): { readonly form: RegExp; readonly shown: string } | undefined {
  if (CALLED_VIA.test(key)) return { form: SERVICE, shown: "service.amazonaws.com" };
  return key.toLowerCase() === "kms:viaservice"
    ? { form: REGIONAL, shown: "service.region.amazonaws.com" }
    : undefined;
}
