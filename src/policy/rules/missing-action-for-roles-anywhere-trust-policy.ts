import { globMatches } from "../glob.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY",
  findingType: "ERROR",
  title: "Missing action for roles anywhere trust policy",
  origin: "access-analyzer",
  appliesTo: ["trust"],
  why: "IAM Roles Anywhere tags its sessions and sets their source identity, and fails without the permission to.",
  fix: "Allow sts:AssumeRole, sts:TagSession and sts:SetSourceIdentity.",
  facts: [],
  examples: {
    bad: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": ⟦"rolesanywhere.amazonaws.com"⟧ }, "Action": "sts:AssumeRole" } ] }`,
    },
    good: {
      type: "trust",
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "rolesanywhere.amazonaws.com" }, "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"] } ] }`,
    },
  },

  *check(policy) {
    for (const { effect, action, principal } of policy.statements) {
      if (effect !== "Allow") continue;
      const service = principal?.entries.find(
        ({ value }) => value.value.toLowerCase() === "rolesanywhere.amazonaws.com",
      );
      const missing = needed.filter(
        (name) => !action?.values.some(({ value }) => globMatches(value.toLowerCase(), name.toLowerCase())),
      );
      if (service && action && missing.length > 0)
        yield { at: service.value, message: `IAM Roles Anywhere needs ${missing.join(" and ")} here too.` };
    }
  },
});

const needed = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"] as const;
