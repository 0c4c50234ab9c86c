import { analyse, manipulationActions } from "../escalation/analysis.ts";
import { withdraw } from "../escalation/withdraw.ts";
import { actionPlaces, conditionNote, list, pathIds, pathList } from "../escalation/wording.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "IAM_POLICY_MANIPULATION",
  findingType: "SECURITY_WARNING",
  title: "IAM policy manipulation",
  origin: "iam-pitfalls",
  appliesTo: ["identity"],
  why: "Who may write policies or attach them can give itself, or a principal that it controls, every permission in the account.",
  fix: "Grant these actions to trusted administrators alone; else require a permissions boundary (iam:PermissionsBoundary) or name the policies that may be attached (iam:PolicyARN). Limiting Resource to principals without privileges helps too, but no document tells which they are, and the finding stays.",
  facts: ["policy-iam-escalation-actions"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["iam:GetRole", ⟦"iam:AttachRolePolicy"⟧, ⟦"iam:Put*Policy"⟧], "Resource": "*" } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [
        { "Effect": "Allow", "Action": ["iam:GetRole", "iam:AttachRolePolicy", "iam:Put*Policy"],
          "Resource": "arn:aws:iam::111122223333:role/app/*",
          "Condition": { "StringEquals": { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/app-boundary" } } } ] }`,
    },
  },

  *check(policy, data) {
    const { permissions, manipulating } = analyse(policy, data);
    const allowed = [...manipulationActions].flatMap(([action, on]) => {
      const [grant] = permissions.reach({ action, on });
      return grant ? [{ action, on, grant }] : [];
    });
    if (allowed.length === 0) return;
    const grants = allowed.map(({ grant }) => grant);
    const names = list(allowed.map(({ action }) => action));
    yield {
      at: actionPlaces([...grants, ...manipulating.flatMap((open) => open.grants)]),
      message: `The policy allows ${names}, by which rights can be granted that it does not name itself.${pathList(manipulating)}${conditionNote(grants)}`,
      escalationPaths: pathIds(manipulating),
      ...withdraw(
        policy,
        allowed.map(({ action, on }) => ({ action, grants: permissions.reach({ action, on }), keep: [] })),
      ),
    };
  },
});
