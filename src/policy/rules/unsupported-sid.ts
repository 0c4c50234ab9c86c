import { identityAndScp } from "../grammar.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "UNSUPPORTED_SID",
  findingType: "ERROR",
  title: "Unsupported Sid",
  origin: "access-analyzer",
  appliesTo: identityAndScp,
  why: "In policies of IAM and Organizations a Sid has letters and digits only.",
  fix: "Take out everything but A-Z, a-z and 0-9.",
  facts: ["iam-sid-alphanumeric-only"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": ⟦"Read objects"⟧, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "ReadObjects", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },

  *check(policy) {
    const taken = new Set(policy.statements.map(({ sid }) => sid?.value));
    for (const { sid } of policy.statements) {
      if (!sid || !/[^A-Za-z0-9]/.test(sid.value)) continue;
      const message = "A Sid has letters and digits only here.";
      const plain = sid.value.replace(/[^A-Za-z0-9]/g, "");
      if (plain === "" || taken.has(plain)) yield { at: sid, message };
      else yield { at: sid, message, edits: [{ start: sid.start, end: sid.end, newText: `"${plain}"` }] };
      taken.add(plain);
    }
  },
});
