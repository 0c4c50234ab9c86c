import { describe, expect, test } from "vitest";
import { checkPolicy } from "../../../src/policy/check.ts";
import { manipulatesPolicy, passesRole } from "../../../src/policy/escalation/analysis.ts";
import { findPaths } from "../../../src/policy/escalation/find-paths.ts";
import type { EscalationPath, Requirement } from "../../../src/policy/escalation/path.ts";
import { Permissions } from "../../../src/policy/permissions/permissions.ts";
import { typePattern } from "../../../src/policy/permissions/resource-scope.ts";
import { type PlainStatement, policyOf } from "../../support/policy-set.ts";
import { ruleData } from "../../support/rule-data.ts";

const { catalog, escalationPaths } = ruleData;

const allow = (action: string, resource = "*"): PlainStatement => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
});

/** The ids of the open paths; every argument is a document of the same principal. */
function open(...documents: readonly (readonly PlainStatement[])[]): readonly string[] {
  const identity = documents.map((statements) => policyOf(statements));
  return findPaths(new Permissions({ identity, limits: [] }, catalog), escalationPaths).map(
    ({ path }) => path.id,
  );
}

/** The same for a principal with one document under a permissions boundary. */
function openWithin(identity: readonly PlainStatement[], boundary: readonly PlainStatement[]) {
  const set = { identity: [policyOf(identity)], limits: [[policyOf(boundary, "permissions-boundary")]] };
  return findPaths(new Permissions(set, catalog), escalationPaths).map(({ path }) => path.id);
}

const split = (path: EscalationPath): readonly PlainStatement[] =>
  path.requires.map(({ action }) => allow(action));

/** Replaces the statement of one requirement. */
const instead = (path: EscalationPath, index: number, statement: PlainStatement | undefined) =>
  split(path).flatMap((other, at) => (at === index ? (statement ?? []) : other));

function arnOf({ action, on }: Requirement): string | undefined {
  const template = catalog
    .service(action.split(":")[0] ?? "")
    ?.resources.find(({ name }) => name === on)?.arn;
  return template && typePattern(template).exact;
}

const issueCode = (path: EscalationPath): string => {
  if (passesRole(path)) return "PASS_ROLE_PRIVILEGE_ESCALATION";
  return manipulatesPolicy(path) ? "IAM_POLICY_MANIPULATION" : "PRIVILEGE_ESCALATION";
};

describe.each(escalationPaths)("$id", (path) => {
  const { id, requires } = path;

  test("names actions and resources of the service authorization reference", () => {
    for (const requirement of requires) {
      const action = catalog.action(requirement.action);
      expect(`${action?.service}:${action?.name}`).toBe(requirement.action);
      const types = action?.resources.map(({ type }) => type.name) ?? [];
      if (requirement.on === "*") expect(types).toEqual([]);
      else expect(types).toContain(requirement.on);
    }
  });

  test("is found in its minimal policy, under its code", () => {
    const Action = requires.map(({ action }) => action);
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Action, Resource: "*" },
    });
    const findings = checkPolicy({ policy }, { ...ruleData, escalationPaths: [path] }).findings;
    const naming = findings.filter(({ findingDetails }) => findingDetails.includes(`: ${id}.`));
    expect(naming.map((finding) => finding.issueCode)).toEqual([issueCode(path)]);
    expect(naming[0]?.locations.length).toBeGreaterThanOrEqual(requires.length);
  });

  test("is found on the narrowest scope that the data asks for", () => {
    expect(open(requires.map((requirement) => allow(requirement.action, arnOf(requirement))))).toContain(id);
  });

  test("is found in its wildcard forms", () => {
    expect(open([allow("*")])).toContain(id);
    expect(open(requires.map(({ action }) => allow(`${action.split(":")[0]}:*`)))).toContain(id);
    expect(open(requires.map(({ action }) => allow(`${action.slice(0, -2)}?*`.toUpperCase())))).toContain(id);
    expect(open([{ Effect: "Allow", NotAction: "s3:*", NotResource: "arn:aws:s3:::bucket" }])).toContain(id);
  });

  test("is not found where a policy grants nothing", () => {
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: split(path) });
    for (const policyType of ["scp", "rcp", "permissions-boundary"] as const) {
      const { findings } = checkPolicy({ policy, policyType }, { ...ruleData, escalationPaths: [path] });
      expect(findings.filter(({ issueCode: code }) => code === issueCode(path))).toEqual([]);
    }
    expect(openWithin([allow("s3:*")], split(path))).not.toContain(id);
  });

  test("is found over statements and over documents", () => {
    expect(open(split(path))).toContain(id);
    expect(open(...split(path).map((statement) => [statement]))).toContain(id);
  });

  describe.each(requires.map((requirement, index) => ({ ...requirement, index })))(
    "$action",
    (requirement) => {
      const { action, index } = requirement;
      const elsewhere = "arn:aws:s3:::bucket/*";

      test("missing closes it", () => {
        expect(open(instead(path, index, undefined))).not.toContain(id);
      });

      test("denied closes it", () => {
        const deny: PlainStatement = { Effect: "Deny", Action: action, Resource: "*" };
        expect(open([...split(path), deny])).not.toContain(id);
        expect(open([allow("*")], [{ ...deny, Action: action.toLowerCase() }])).not.toContain(id);
        expect(open([allow("*"), { Effect: "Deny", NotAction: "s3:*", Resource: "*" }])).not.toContain(id);
        expect(open([allow("*"), { Effect: "Deny", Action: "*", NotResource: elsewhere }])).not.toContain(id);
      });

      test("allowed on resources of another kind closes it", () => {
        expect(open(instead(path, index, allow(action, elsewhere)))).not.toContain(id);
      });

      test("allowed on named resources closes it where it matters which one", () => {
        const arn = arnOf(requirement)?.replaceAll("?*", "one").replaceAll("*", "x");
        if (!requirement.every || !arn) return;
        expect(open(instead(path, index, allow(action, arn)))).not.toContain(id);
        expect(open(instead(path, index, allow(action, arn.replace(/one$/, "one*"))))).not.toContain(id);
      });

      test("with a boundary required on whom it gives rights closes it", () => {
        const keys = catalog.action(action)?.conditionKeys.map(({ name }) => name) ?? [];
        if (!keys.includes("iam:PermissionsBoundary")) return;
        const boundary = "arn:aws:iam::111122223333:policy/limit";
        const Condition = { StringEquals: { "iam:PermissionsBoundary": boundary } };
        expect(open(instead(path, index, { ...allow(action), Condition }))).not.toContain(id);
        const denied = { StringNotEquals: Condition.StringEquals };
        const deny: PlainStatement = { Effect: "Deny", Action: action, Resource: "*", Condition: denied };
        expect(open([allow("*"), deny])).not.toContain(id);
      });

      test("under a condition that is never met closes it", () => {
        const Condition = { StringEquals: { "aws:PrincipalTag/a": [] } };
        expect(open(instead(path, index, { ...allow(action), Condition }))).not.toContain(id);
      });
    },
  );
});

describe("a passed role", () => {
  const pass = (Condition: PlainStatement["Condition"]): PlainStatement => ({
    ...allow("iam:PassRole"),
    ...(Condition && { Condition }),
  });

  test.each(escalationPaths.filter(passesRole))(
    "$id: only if it may go to the service",
    ({ id, services = [] }) => {
      const other = { StringEquals: { "iam:PassedToService": "support.amazonaws.com" } };
      const same = { StringLike: { "iam:passedtoservice": services } };
      expect(open([allow("*"), { ...pass(undefined), Effect: "Deny" }, pass(other)])).not.toContain(id);
      const rest: PlainStatement = { Effect: "Allow", NotAction: "iam:PassRole", Resource: "*" };
      expect(open([rest, pass(other)])).not.toContain(id);
      expect(open([rest, pass(same)])).toContain(id);
    },
  );
});

test("no id of the public catalogue belongs to two paths", () => {
  const ids = escalationPaths.flatMap(({ catalogue }) => catalogue);
  expect(new Set(ids).size).toBe(ids.length);
});

test("hundreds of statements with wildcards stay within bounds", () => {
  const statements = Array.from(
    { length: 600 },
    (_, at): PlainStatement => ({
      Effect: at % 3 === 0 ? "Deny" : "Allow",
      Action: [`*${at % 7}*`, "i*m:*", "*:*e*"],
      Resource: Array.from({ length: 20 }, (_, value) => `arn:aws:*:*:*:*${at}*${value}*`),
      Condition: { StringLike: { "aws:PrincipalTag/x": [`${at}*`] } },
    }),
  );
  expect(open(statements).length).toBeGreaterThan(0);
});
