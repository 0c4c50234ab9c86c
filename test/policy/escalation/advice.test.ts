import { describe, expect, test } from "vitest";
import { findPaths } from "../../../src/policy/escalation/find-paths.ts";
import type { EscalationPath, Requirement } from "../../../src/policy/escalation/path.ts";
import { OWN_USER } from "../../../src/policy/escalation/withdraw.ts";
import { Permissions } from "../../../src/policy/permissions/permissions.ts";
import { typePattern } from "../../../src/policy/permissions/resource-scope.ts";
import { type PlainStatement, policyOf } from "../../support/policy-set.ts";
import { ruleData } from "../../support/rule-data.ts";

// Whoever does what the `fix` of a path says has to be rid of it, whichever way the permissions are written.

const { catalog, escalationPaths } = ruleData;

/** What becomes of the statement of an action: parts of it replaced, or the action taken out. */
type Change = Partial<PlainStatement> | "out";
type Changes = ReadonlyMap<string, Change>;

interface Followed {
  readonly changes: Changes;
  /** A permissions boundary or SCP beside the identity policy. */
  readonly limit?: readonly PlainStatement[];
}

/** A piece of advice: what it says, and all that does so; each has to close the path. */
interface Advice {
  readonly words: RegExp;
  follow(path: EscalationPath, said: RegExpExecArray): readonly Followed[];
}

const changing = (entries: readonly (readonly [string, Change])[]): Followed => ({
  changes: new Map(entries),
});
const actionsOf = ({ requires }: EscalationPath): readonly string[] => requires.map(({ action }) => action);

/** One resource of the type that a requirement is about. */
function named({ action, on }: Requirement, name: string): string {
  const service = catalog.service(action.split(":")[0] ?? "");
  const template = service?.resources.find((resource) => resource.name === on)?.arn;
  if (template === undefined) throw new Error(`${action} is about no resource`);
  return typePattern(template).exact.replaceAll("?*", name).replaceAll("*", "x");
}

/** The requirements whose resources make the path, with one of them named. */
function naming(path: EscalationPath, wanted = (action: string): boolean => action !== "") {
  return path.requires
    .filter(({ action, every }) => every && wanted(action))
    .map((requirement) => [requirement.action, { Resource: named(requirement, "one") }] as const);
}

const BOUNDARY = "arn:aws:iam::111122223333:policy/limit";

function under(path: EscalationPath, key: string, only: readonly string[] = actionsOf(path)): Followed {
  const carries = (action: string): boolean =>
    catalog.action(action)?.conditionKeys.some(({ name }) => name === key) === true;
  const Condition = { ArnEquals: { [key]: BOUNDARY } };
  return changing(only.filter(carries).map((action) => [action, { Condition }]));
}

function deniedByLimit(path: EscalationPath, action: string): Followed {
  if (!actionsOf(path).includes(action)) throw new Error(`${path.id} does not need ${action}`);
  const everything: PlainStatement = { Effect: "Allow", Action: "*", Resource: "*" };
  return { changes: new Map(), limit: [everything, { ...everything, Effect: "Deny", Action: action }] };
}

const advices: readonly Advice[] = [
  {
    words: /Name the roles that may be passed, or their path, in the Resource of iam:PassRole/,
    follow: (path) => [
      changing(naming(path, (action) => action === "iam:PassRole")),
      changing([["iam:PassRole", { Resource: "arn:aws:iam::111122223333:role/app/*" }]]),
    ],
  },
  {
    words: /Name the [\w ]+ in the Resource of ([\w:-]+)/,
    follow: (path, [, of]) => [changing(naming(path, (action) => action === of))],
  },
  { words: /Name the [\w ]+ in Resource/, follow: (path) => [changing(naming(path))] },
  {
    words: /Limit Resource to the own user, arn:aws:iam::\*:user\/\$\{aws:username\}/,
    follow: (path) => [changing(actionsOf(path).map((action) => [action, { Resource: OWN_USER }]))],
  },
  {
    words: /Limit Resource of one of the (?:two |three )?actions to [\w ]+/,
    follow: (path) => naming(path).map((one) => changing([one])),
  },
  {
    words: /Limit Resource (?:of both actions )?to [\w ]+/,
    follow: (path) => [changing(naming(path))],
  },
  {
    words: /by ARN or by a tag condition/,
    follow: (path) => [
      changing(
        path.requires
          .filter(({ every }) => every)
          .map(({ action }) => [action, { Condition: { StringEquals: { "aws:ResourceTag/team": "a" } } }]),
      ),
    ],
  },
  {
    words: /Limit the policies that may be \w+ with iam:PolicyARN/,
    follow: (path) => [under(path, "iam:PolicyARN")],
  },
  {
    words: /require a permissions boundary for (iam:\w+) with iam:PermissionsBoundary/,
    follow: (path, [, action = ""]) => [under(path, "iam:PermissionsBoundary", [action])],
  },
  {
    words: /require a permissions boundary (?:for both )?with iam:PermissionsBoundary/,
    follow: (path) => [under(path, "iam:PermissionsBoundary")],
  },
  {
    words: /Allow (iam:\w+) only under a condition that fixes iam:PermissionsBoundary to the boundary wanted/,
    follow: (path, [, action = ""]) => [under(path, "iam:PermissionsBoundary", [action])],
  },
  {
    words: /take one of the two actions out/i,
    follow: (path) => actionsOf(path).map((action) => changing([[action, "out"]])),
  },
  {
    words: /take (iam:\w+|the action) out/i,
    follow: (path, [, said]) => {
      const out = actionsOf(path).filter((action) => said === "the action" || action === said);
      return [changing(out.map((action) => [action, "out"]))];
    },
  },
  {
    words: /Keep (iam:\w+) and (sts:\w+) on different roles/,
    follow: (_, [, one = "", other = ""]) => [
      changing([
        [one, { Resource: "arn:aws:iam::111122223333:role/one" }],
        [other, { Resource: "arn:aws:iam::111122223333:role/other" }],
      ]),
    ],
  },
  {
    words: /deny (it|iam:\w+) in (?:the boundary itself|a permissions boundary or an SCP)/i,
    follow: (path, [, said = ""]) => [deniedByLimit(path, said === "it" ? (actionsOf(path)[0] ?? "") : said)],
  },
];

/** What advice says beside what is to be done. */
const remarks: readonly RegExp[] = [
  /add iam:PassedToService where the service supports it/,
  /bedrock-agentcore:\* holds it too/,
  /iam:ChangePassword is enough for the own password/,
  /delete versions that are no longer wanted/,
  /a group has no boundary that could be required/,
  /Naming [\w ]+ is safe as well, but no document tells [\w ]+, and the finding stays/,
];

/** The forms in which a policy may grant what a path needs; the changed actions stand in statements of their own. */
const forms: Readonly<Record<string, (path: EscalationPath, changes: Changes) => readonly PlainStatement[]>> =
  {
    "one statement": (path, changes) => [
      ...together(actionsOf(path).filter((action) => !changes.has(action))),
      ...actionsOf(path).flatMap((action) => changed(action, action, changes)),
    ],
    "a statement for each": (path, changes) =>
      actionsOf(path).flatMap((action) => changed(action, action, changes)),
    wildcards: (path, changes) =>
      actionsOf(path).flatMap((action) => changed(action, `${action.slice(0, -2)}?*`, changes)),
  };

function together(Action: readonly string[]): readonly PlainStatement[] {
  return Action.length > 0 ? [{ Effect: "Allow", Action, Resource: "*" }] : [];
}

function changed(action: string, Action: string, changes: Changes): readonly PlainStatement[] {
  const change = changes.get(action) ?? {};
  return change === "out" ? [] : [{ Effect: "Allow", Action, Resource: "*", ...change }];
}

function isOpen(
  { id }: EscalationPath,
  statements: readonly PlainStatement[],
  limit: Followed["limit"],
): boolean {
  const limits = limit ? [[policyOf(limit, "permissions-boundary")]] : [];
  const permissions = new Permissions({ identity: [policyOf(statements)], limits }, catalog);
  return findPaths(permissions, escalationPaths).some(({ path }) => path.id === id);
}

/** What a `fix` advises, and what of its words stays unexplained. */
function read(path: EscalationPath) {
  let rest = path.fix;
  const followed = advices.flatMap(({ words, follow }) => {
    const said = words.exec(rest);
    if (!said) return [];
    rest = rest.replace(said[0], "");
    return follow(path, said);
  });
  for (const remark of remarks) rest = rest.replace(remark, "");
  return { followed, rest: rest.replaceAll(/\b(?:or|and)\b|[ ,;.]/g, "") };
}

describe.each(escalationPaths)("$id", (path) => {
  const { followed, rest } = read(path);

  test("gives advice that is understood, every word of it", () => {
    expect(rest).toBe("");
    expect(followed.length).toBeGreaterThan(0);
  });

  test.each(Object.entries(forms))("is closed by following it in %s", (_, form) => {
    expect(isOpen(path, form(path, new Map()), undefined)).toBe(true);
    for (const { changes, limit } of followed) {
      expect(changes.size > 0 || limit !== undefined).toBe(true);
      expect(isOpen(path, form(path, changes), limit)).toBe(false);
    }
  });
});
