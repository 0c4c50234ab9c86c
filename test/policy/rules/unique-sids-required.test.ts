import rule from "../../../src/policy/rules/unique-sids-required.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "three of a name": {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": ⟦"a"⟧, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": ⟦"a"⟧, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    "the second of two pairs": {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "b", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": ⟦"b"⟧, "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },
  passes: {
    "different case": {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    "no Sid": {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    "empty ones, which have their own code": {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    "the other kind of policy": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },
});
