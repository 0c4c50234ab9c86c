import rule from "../../../src/policy/rules/unique-sids-recommended.ts";
import { testRule } from "../../support/test-rule.ts";

testRule(rule, {
  flags: {
    "three of a name": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": ⟦"a"⟧, "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": ⟦"a"⟧, "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    "the second of two pairs": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "b", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": ⟦"b"⟧, "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },
  passes: {
    "different case": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "A", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    "no Sid": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Principal": "*", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    "empty ones, which have their own code": {
      type: "resource",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "", "Principal": "*", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "", "Principal": "*", "Effect": "Deny", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
    "the other kind of policy": {
      type: "identity",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }, { "Sid": "a", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } ] }`,
    },
  },
});
