import rule from "../../../src/policy/rules/invalid-service.ts";
import { testRule } from "../../support/test-rule.ts";

const arn = (resource: string, element = "Resource", effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "${element}": ${resource} } }`;

const cond = (condition: string, effect = "Allow"): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "*", "Condition": ${condition} } }`;

testRule(rule, {
  flags: {
    "the service of an ARN, in a list": arn(`["*", ⟦"arn:aws:nosuch:::a"⟧]`),
    "NotResource in a Deny": arn(`⟦"arn:aws:cloudwatchlogs:*:*:a"⟧`, "NotResource", "Deny"),
    "the prefix of a key": cond(`{ "StringEquals": { ⟦"nosuch:Key"⟧: "a" } }`),
    "no service": arn(`⟦"arn:aws::::a"⟧`),
  },
  passes: {
    "a service with another name in ARNs": arn(`"arn:aws:catalog:*:*:portfolio/x"`),
    "a wildcard": arn(`"arn:aws:*:*:*:a"`),
    "keys of identity providers": cond(
      `{ "StringEquals": { "token.actions.githubusercontent.com:sub": "a", "example.com/path:aud": "a", "saml:aud": "a" } }`,
    ),
    "keys that another service defines": cond(`{ "StringEquals": { "catalog:ChangeType": "a" } }`),
    "names under aws:CalledVia": cond(
      `{ "ForAnyValue:StringEquals": { "aws:CalledVia": "ec2-images.amazonaws.com" } }`,
    ),
  },
});
