import rule from "../../../src/policy/rules/invalid-arn-prefix.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

testRule(rule, {
  flags: {
    "a bare name in a list": arn(`["arn:aws:s3:::a", ⟦"app/*"⟧]`),
    "capital letters": arn(`⟦"ARN:aws:s3:::a"⟧`),
    "the short form of API Gateway in an identity policy": arn(`⟦"execute-api:/prod/GET/pets"⟧`),
    "NotResource in a Deny": arn(`⟦"s3:::a"⟧`, "NotResource", "Deny"),
  },
  passes: {
    "a star": arn(`"*"`),
    "a text that begins with a wildcard or a variable": arn(`["*:s3:::a", "${"$"}{aws:username}/a"]`),
    "a wildcard within the prefix": arn(`"ar*"`),
    "the short form of API Gateway in the policy of an API": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": ["execute-api:/*", "execute-api:/prod/GET/pets"] } }`,
    },
    "an ARN": arn(`"arn:aws:s3:::a"`),
  },
});
