import type { Policy } from "../model.ts";
import { resourceEntries } from "../resource-arns.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

/** The text before the first wildcard or variable is, or begins, `arn:`. */
function mayBecomeArn(value: string): boolean {
  const wild = value.search(/[*?]|\$\{/);
  const fixed = wild === -1 ? value : value.slice(0, wild);
  return value.startsWith("arn:") || (wild !== -1 && "arn:".startsWith(fixed));
}

/** API Gateway completes `execute-api:/stage/METHOD/path` in the policy of an API with the ARN of the API. */
function isShortOfApi({ type }: Policy, value: string): boolean {
  return type === "resource" && value.startsWith("execute-api:/");
}

export default defineRule({
  issueCode: "INVALID_ARN_PREFIX",
  findingType: "ERROR",
  title: "Invalid ARN prefix",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "A resource is named by its ARN; a text of another form names nothing.",
  fix: "Write the whole ARN, beginning with arn:, or * for every resource.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*", ⟦"app/*"⟧] } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::app/*", "*"] } ] }`,
    },
  },

  *check(policy) {
    for (const statement of policy.statements)
      for (const entry of resourceEntries(statement))
        if (!mayBecomeArn(entry.value) && !isShortOfApi(policy, entry.value))
          yield { at: entry, message: `${shorten(entry.value)} is no ARN: an ARN begins with arn:.` };
  },
});
