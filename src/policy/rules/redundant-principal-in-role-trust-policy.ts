import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY",
  findingType: "SUGGESTION",
  title: "Redundant principal in role trust policy",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "A role that is trusted is trusted in each of its sessions.",
  fix: "Remove the session.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/a", ⟦"arn:aws:sts::111122223333:assumed-role/a/s"⟧] }, "Action": "sts:AssumeRole" } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "AWS": ["arn:aws:iam::111122223333:role/a"] }, "Action": "sts:AssumeRole" } ] }`,
    },
  },

  *check(policy) {
    for (const { principal } of policy.statements) {
      const entries = principal?.entries ?? [];
      const roles = new Set(entries.map(({ value }) => roleKey(ROLE.exec(value.value))));
      for (const { value } of entries) {
        const session = roleKey(SESSION.exec(value.value));
        if (session !== undefined && roles.has(session))
          yield { at: value, message: "The role of this session is trusted here anyway." };
      }
    }
  },
});

const ROLE = /^arn:[\w-]{1,30}:iam::(\d{12}):role\/(?:[^/]{1,512}\/)*([^/]{1,64})$/;
const SESSION = /^arn:[\w-]{1,30}:sts::(\d{12}):assumed-role\/([^/]{1,64})\//;

/** Account and name; the ARN of a session leaves out the path of its role. */
function roleKey(match: RegExpExecArray | null): string | undefined {
  return match ? `${match[1]}/${match[2]}` : undefined;
}
