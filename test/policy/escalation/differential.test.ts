import fc from "fast-check";
import { expect, test } from "vitest";
import { type EvaluationDocument, evaluate } from "../../../src/policy/evaluation/evaluate.ts";
import { layerTypes } from "../../../src/policy/evaluation/layers.ts";
import { readPrincipal } from "../../../src/policy/evaluation/request.ts";
import { checkPrincipal, type PrincipalDocument } from "../../../src/policy/principal/check-principal.ts";
import { readDocument } from "../../../src/policy/principal/read-document.ts";
import { ruleData } from "../../support/rule-data.ts";

// Paths found by reasoning over all resources at once, against requests decided one by one: a path is open where
// the calls are allowed on a user, role or function that no document names.

const own = "arn:aws:iam::*:user/${aws:username}";
const paths: Readonly<
  Record<string, { readonly actions: readonly string[]; readonly victims: readonly string[] }>
> = {
  "iam-create-access-key": {
    actions: ["iam:CreateAccessKey"],
    victims: ["arn:aws:iam::111122223333:user/victim"],
  },
  "iam-update-assume-role-policy-assume-role": {
    actions: ["iam:UpdateAssumeRolePolicy", "sts:AssumeRole"],
    victims: ["arn:aws:iam::111122223333:role/victim"],
  },
  "passrole-cloudformation-create-stack": {
    actions: ["iam:PassRole", "cloudformation:CreateStack"],
    victims: ["arn:aws:iam::111122223333:role/victim"],
  },
  // Any role will do: it may be the own one.
  "iam-attach-role-policy": {
    actions: ["iam:AttachRolePolicy"],
    victims: ["victim", "app/x", "a-x", "app/a-x"].map((name) => `arn:aws:iam::111122223333:role/${name}`),
  },
  "lambda-update-function-code": {
    actions: ["lambda:UpdateFunctionCode"],
    victims: ["eu-west-1", "us-east-1"].map(
      (region) => `arn:aws:lambda:${region}:111122223333:function:victim`,
    ),
  },
};

const some = (...entries: string[]): fc.Arbitrary<string | string[]> =>
  fc.oneof(
    fc.constantFrom(...entries),
    fc.array(fc.constantFrom(...entries), { minLength: 1, maxLength: 3 }),
  );
const action = some(
  ...[
    "*",
    "iam:*",
    "iam:Create*",
    "iam:*AccessKey",
    "sts:*",
    "lambda:*",
    "s3:*",
    "lambda:Update*",
    "iam:Update*",
  ],
  ...Object.values(paths).flatMap(({ actions }) => actions),
);
const resource = some(
  ...[
    "*",
    "arn:aws:iam::*:user/*",
    "arn:aws:iam::*:role/*",

    "arn:aws:iam::*:role/?*",
  ],
  ...[
    "arn:aws:iam::*:role/app/*",
    "arn:aws:iam::111122223333:user/bob",
    "arn:aws:iam::*:role/*-x",
    own,
    "arn:aws:s3:::*",
  ],
  ...[
    "arn:aws:lambda:*:*:function:*",
    "arn:aws:lambda:eu-west-1:*:function:*",
    "arn:aws:lambda:*:*:function:app",
  ],
);
const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
const LIMIT = "arn:aws:iam::111122223333:policy/limit";
const condition = fc.oneof(
  ...["StringEquals", "StringNotEquals", "StringEqualsIfExists"].map((operator) =>
    fc
      .constantFrom("cloudformation.amazonaws.com", "ec2.amazonaws.com", "cloud*")
      .map((service) => ({ [operator]: { "iam:PassedToService": service } })),
  ),
  ...["ArnEquals", "ArnNotLike", "StringLike"].map((operator) =>
    fc
      .constantFrom(ADMIN, LIMIT, "arn:aws:iam::aws:policy/*", [ADMIN, LIMIT])
      .map((policy) => ({ [operator]: { "iam:PolicyARN": policy } })),
  ),
  ...["StringEquals", "ArnNotEquals"].map((operator) =>
    fc.constantFrom(ADMIN, LIMIT).map((policy) => ({ [operator]: { "iam:PermissionsBoundary": policy } })),
  ),
  fc.constantFrom("true", "false").map((value) => ({ Null: { "iam:PermissionsBoundary": value } })),
  fc.constantFrom("true", "false").map((value) => ({ Bool: { "aws:PrincipalIsAWSService": value } })),
);
const statement = (effects: readonly ("Allow" | "Deny")[]) =>
  fc
    .record({
      Effect: fc.constantFrom(...effects),
      what: fc.oneof(
        fc.record({ Action: action }),
        fc.record({ Action: action }),
        fc.record({ NotAction: action }),
      ),
      where: fc.oneof(
        fc.record({ Resource: resource }),
        fc.record({ Resource: resource }),
        fc.record({ NotResource: resource }),
      ),
      when: fc.oneof(fc.record({ Condition: condition }), fc.constant({}), fc.constant({})),
    })
    .map(({ Effect, what, where, when }) => ({ Effect, ...what, ...where, ...when }));
const layer = (policyType: PrincipalDocument["policyType"]): fc.Arbitrary<PrincipalDocument> =>
  fc
    .array(statement(["Allow", "Allow", "Allow", "Deny"]), { minLength: 1, maxLength: 4 })
    .map((Statement) => ({ policyType, policy: JSON.stringify({ Version: "2012-10-17", Statement }) }));
const documents = fc
  .tuple(
    fc.array(layer("identity"), { minLength: 1, maxLength: 2 }),
    fc.array(layer("permissions-boundary"), { maxLength: 1 }),
    fc.array(layer("scp"), { maxLength: 1 }),
  )
  .map((layers) => layers.flat());

/** What the caller may choose. */
const contexts = [ADMIN, "arn:aws:iam::111122223333:policy/any"].flatMap((policyArn) =>
  [undefined, [ADMIN], ["arn:aws:iam::111122223333:policy/any"]].map(
    (boundary) => ({ "iam:policyarn": [policyArn], "iam:permissionsboundary": boundary }) as const,
  ),
);

/** A key is in the requests of the actions that carry it alone. */
function contextOf(action: string, chosen: (typeof contexts)[number]) {
  const all = { ...chosen, "iam:passedtoservice": ["cloudformation.amazonaws.com"] };
  const carried = ruleData.catalog.action(action)?.conditionKeys.map(({ name }) => name.toLowerCase()) ?? [];
  return new Map(Object.entries(all).filter(([name]) => carried.includes(name)));
}

function isAllowed(given: readonly PrincipalDocument[], actions: readonly string[], victim: string): boolean {
  const principal = readPrincipal("arn:aws:iam::111122223333:user/mallory");
  const trust = readDocument(
    '{ "Statement": { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:*" } }',
    "trust",
  );
  if (!principal || !trust) throw new Error("not read");
  const read = given.flatMap(({ policyType, policy }): EvaluationDocument[] => {
    const document = readDocument(policy, layerTypes[policyType]);
    return document ? [{ layer: policyType, policy: document }] : [];
  });
  const all: readonly EvaluationDocument[] = [...read, { layer: "resource", policy: trust }];
  return actions.every((action) =>
    contexts.some((chosen) => {
      const resource = action.startsWith("cloudformation:") ? STACK : victim;
      const request = { principal, action, resource, context: contextOf(action, chosen), complete: true };
      return evaluate(request, all, ruleData.catalog).decision === "allowed";
    }),
  );
}

const STACK = "arn:aws:cloudformation:eu-west-1:111122223333:stack/victim/1";

test("a path is open where its calls are allowed on what no document names", () => {
  fc.assert(
    fc.property(documents, (given) => {
      const open = new Set(checkPrincipal(given, ruleData).paths.map(({ id }) => id));
      const found = Object.keys(paths).filter((id) => open.has(id));
      const allowed = Object.entries(paths).filter(([, { actions, victims }]) =>
        victims.some((victim) => isAllowed(given, actions, victim)),
      );
      expect(found).toEqual(allowed.map(([id]) => id));
    }),
    { numRuns: 400 },
  );
});
