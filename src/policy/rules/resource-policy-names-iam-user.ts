import type { Element } from "../model.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "RESOURCE_POLICY_NAMES_IAM_USER",
  findingType: "WARNING",
  title: "Resource policy names an IAM user",
  origin: "iam-pitfalls",
  appliesTo: ["resource"],
  why: "In the same account a grant to the ARN of an IAM user (or of a role session) takes effect although the permissions boundary does not allow the action; only an explicit Deny stops it.",
  fix: "Name a role instead, whose boundary does limit such a grant, or add a Deny for what the user must not do.",
  facts: ["policy-resource-based-user-arn-boundary"],
  examples: {
    bad: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": ⟦"arn:aws:iam::111122223333:user/ann"⟧ }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } ] }`,
    },
    good: {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } ] }`,
    },
  },

  *check(policy) {
    for (const { effect, principal, resource, action } of policy.statements) {
      // In key policies other rules hold for what a grant alone is worth.
      if (effect !== "Allow" || action?.values.every(({ value }) => /^kms:/i.test(value))) continue;
      for (const { kind, value } of principal?.entries ?? []) {
        const subject = kind === "AWS" ? readSubject(value.value) : undefined;
        if (!subject || isElsewhere(subject.account, resource)) continue;
        yield {
          at: value,
          message: `This grants to ${subject.who} by ARN: within account ${subject.account} it takes effect even where the permissions boundary does not allow the action.`,
        };
      }
    }
  },
});

interface Subject {
  readonly account: string;
  readonly who: string;
}

function readSubject(arn: string): Subject | undefined {
  const [, account, kind] = SUBJECT.exec(arn) ?? [];
  if (account === undefined || kind === undefined) return undefined;
  return { account, who: kind === "user/" ? "an IAM user" : "a single session" };
}

const SUBJECT =
  /^arn:aws[\w-]{0,20}:(?:iam|sts)::(\d{12}):(user\/|assumed-role\/[^/]{1,200}\/|federated-user\/)/;

/** Whether every resource names an account, and never this one: across accounts the boundary holds. */
function isElsewhere(account: string, resource: Element | undefined): boolean {
  const accounts = (resource?.values ?? []).map(({ value }) => value.split(":", 5)[4] ?? "");
  return accounts.length > 0 && accounts.every((other) => /^\d{12}$/.test(other) && other !== account);
}
