import { actionEntries } from "../action-entries.ts";
import { isLiteral } from "../arn.ts";
import { splitAction } from "../catalog/catalog.ts";
import { hinter } from "../near-name.ts";
import { defineRule, everyType } from "../rule.ts";
import { shorten } from "../shorten.ts";

export default defineRule({
  issueCode: "INVALID_SERVICE_IN_ACTION",
  findingType: "ERROR",
  title: "Invalid service in action",
  origin: "access-analyzer",
  appliesTo: everyType,
  why: "An action whose prefix no service has matches no request: an Allow grants nothing by it, and a Deny protects nothing.",
  fix: "Use the prefix that the service authorization reference gives for the service; lookup_iam finds it.",
  facts: [],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["s3:GetObject", ⟦"apigatewayv2:GetApis"⟧], "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["s3:GetObject", "apigateway:GET"], "Resource": "*" } ] }`,
    },
  },

  *check(policy, { catalog }) {
    const hint = hinter(() => catalog.servicePrefixes);
    for (const statement of policy.statements)
      for (const entry of actionEntries(statement)) {
        const { prefix, name } = splitAction(entry.value);
        if (name === "" || !isLiteral(prefix) || catalog.acceptsService(prefix)) continue;
        yield { at: entry, message: `No service has the prefix ${shorten(prefix)}.${hint(prefix)}` };
      }
  },
});
