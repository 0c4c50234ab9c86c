import { comparedValues } from "../compared-values.ts";
import { defineRule, everyType } from "../rule.ts";

export default defineRule({
  issueCode: "TYPE_MISMATCH_STRING",
  findingType: "WARNING",
  title: "Type mismatch string",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "BinaryEquals compares bytes, which are written in base64.",
  fix: "Write the value in base64.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "BinaryEquals": { "kms:RecipientAttestation:PCR0": ⟦"not base64!"⟧ } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "BinaryEquals": { "kms:RecipientAttestation:PCR0": "QUJD" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { value, text } of comparedValues(policy, ["Binary"]))
      if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text))
        yield { at: value, message: "BinaryEquals compares with text in base64." };
  },
});
