import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "DYNAMODB_ATTRIBUTES_WITHOUT_SELECT",
  findingType: "SECURITY_WARNING",
  title: "DynamoDB attributes without select",
  origin: "access-analyzer",
  appliesTo: ["identity", "permissions-boundary", "resource", "scp"],
  why: "A caller who asks for all attributes, or for those projected into an index, names none, so that a limit on the names does not hold.",
  fix: "Add dynamodb:Select with the value SPECIFIC_ATTRIBUTES to the same statement.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { ⟦"dynamodb:Attributes"⟧: ["a"] }, "Null": { "dynamodb:Attributes": "false" } } } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": "dynamodb:Query", "Resource": "*", "Condition": { "ForAllValues:StringEquals": { "dynamodb:Attributes": ["a"] }, "StringEqualsIfExists": { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" } } } ] }`,
    },
  },

  *check(policy) {
    for (const { conditions } of policy.statements) {
      const selects = conditions.some(({ key }) => key.toLowerCase() === "dynamodb:select");
      const attributes = conditions.find(
        ({ key, operator }) => key.toLowerCase() === "dynamodb:attributes" && operator.family !== "any",
      );
      if (attributes && !selects)
        yield {
          at: { keyOf: attributes.keyMember },
          message: "Nothing here makes the caller name the attributes.",
        };
    }
  },
});
