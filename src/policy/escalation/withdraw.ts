import { removeItems } from "../edit.ts";
import { globMatches } from "../glob.ts";
import type { Policy, Statement } from "../model.ts";
import { type JsonArray, type JsonNode, memberOf } from "../parse/json-tree.ts";
import type { Grant, Permissions } from "../permissions/permissions.ts";
import { holdsEvery } from "../permissions/resource-scope.ts";
import { IDENTITY_POLICY_QUOTA, sizeWithoutSpace } from "../policy-size.ts";
import { knowsVariables } from "../policy-variables.ts";
import type { TextEdit } from "../rule.ts";
import { grantsFor } from "./find-paths.ts";
import type { EscalationPath, Requirement } from "./path.ts";

/** An action that a policy is to allow no longer, at least where it opens a path. */
export interface Withdrawal {
  readonly action: string;
  /** Those that open the path. */
  readonly grants: readonly Grant[];
  /** Resources on which the action may stay, for it opens nothing there; empty: on none. */
  readonly keep: readonly string[];
}

/** What a rule adds to its finding. */
export interface Withdrawn {
  readonly edits: readonly TextEdit[];
  readonly withdraws: readonly string[];
}

/** The caller's own user: rights over it are no rights over others. */
export const OWN_USER = "arn:aws:iam::*:user/${aws:username}";

/** A longer list of Denies is no small change: such a policy wants to be written anew. */
const MAX_WITHDRAWN = 12;

/** As many resources are kept one by one; more are not worth the statement. */
const MAX_KEPT = 10;

/** The action whose loss closes a path. */
export function closing({ requires, withdraw: named }: EscalationPath): Requirement {
  const passing = requires.find(({ action }) => action === (named ?? "iam:PassRole"));
  const [first] = requires;
  if (!first) throw new Error("A path requires a permission");
  return passing ?? first;
}

/** What has to go so that an action no longer serves any of these paths. */
export function withdrawalFor(
  action: string,
  paths: readonly EscalationPath[],
  policy: Policy,
  permissions: Permissions,
): Withdrawal {
  const uses = paths.flatMap((path) =>
    path.requires
      .filter((requirement) => requirement.action === action)
      .map((requirement) => ({ path, requirement })),
  );
  const grants = uses.flatMap(({ path, requirement }) => grantsFor(requirement, path, permissions));
  const always = uses.every(({ requirement }) => requirement.every);
  if (!always) return { action, grants, keep: [] };
  const others = uses.flatMap(({ path, requirement: { on } }) =>
    permissions.reach({ action, on, services: action === "iam:PassRole" ? path.services : undefined }),
  );
  const onUsers = uses.some(
    ({ path, requirement }) => path.gain === "principal" && requirement.on === "user",
  );
  const ownUser = onUsers && knowsVariables(policy) ? [OWN_USER] : [];
  return { action, grants, keep: [...ownUser, ...narrowResources(others)] };
}

function narrowResources(grants: readonly Grant[]): readonly string[] {
  const narrow = grants.filter(({ scope }) => !holdsEvery(scope));
  const texts = narrow.flatMap(({ source: { resource } }) =>
    resource.type === "string" ? resource.value : [],
  );
  const kept = [...new Set(texts)].filter((text) => text !== OWN_USER);
  return kept.length > MAX_KEPT ? [] : kept;
}

/**
 * Takes actions out of a policy: where an Allow lists them, out of its list; where a wildcard grants them, or
 * they may stay on the own user, by a Deny at the end. Undefined where that is no remedy: for the policy of an
 * administrator, and where nothing would remain.
 */
export function withdraw(policy: Policy, withdrawals: readonly Withdrawal[]): Withdrawn | undefined {
  const wanted = withdrawals.filter(({ grants }) => grants.length > 0);
  if (wanted.length === 0 || wanted.length > MAX_WITHDRAWN) return undefined;
  if (wanted.some(({ grants }) => grants.some(grantsEverything))) return undefined;
  const removals = new Map<Statement, ReadonlySet<JsonNode>>();
  const denied: Withdrawal[] = [];
  for (const withdrawal of wanted) {
    const entries = literalEntries(withdrawal);
    if (!entries) denied.push(withdrawal);
    for (const [statement, nodes] of entries ?? [])
      removals.set(statement, new Set([...(removals.get(statement) ?? []), ...nodes]));
  }
  const removed = removeEntries(policy, removals);
  if (!removed) return undefined;
  const edits = [...removed, ...appendDenies(policy, denied)];
  if (outgrows(policy, edits)) return undefined;
  return { edits, withdraws: wanted.map(({ action }) => action) };
}

function grantsEverything({ source: { action } }: Grant): boolean {
  return action.type === "string" && /^\*+(?::\*+)?$/.test(action.value);
}

/** The entries to take out, if the statements that grant the action name it plainly and no wildcard does too. */
function literalEntries({ action, grants, keep }: Withdrawal) {
  if (keep.includes(OWN_USER)) return undefined;
  const folded = action.toLowerCase();
  const entries = new Map<Statement, readonly JsonNode[]>();
  for (const { source } of grants) {
    const matching = (source.statement.action?.values ?? []).filter(({ value }) =>
      globMatches(value.toLowerCase(), folded),
    );
    if (matching.length === 0 || matching.some(({ value }) => value.toLowerCase() !== folded))
      return undefined;
    entries.set(source.statement, matching);
  }
  return entries;
}

/** Undefined where no statement would remain. */
function removeEntries(
  { root, statements }: Policy,
  removals: ReadonlyMap<Statement, ReadonlySet<JsonNode>>,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const emptied = new Set<JsonNode>();
  for (const [{ action, node }, entries] of removals) {
    const list = action?.member.value;
    if (list?.type === "array" && list.items.length > entries.size) edits.push(...removeItems(list, entries));
    else emptied.add(node);
  }
  if (emptied.size === 0) return edits;
  const list = memberOf(root, "Statement")?.value;
  if (list?.type !== "array" || emptied.size === statements.length) return undefined;
  return [...edits, ...removeItems(list, emptied)];
}

/** One statement for all actions that may stay on the same resources. */
function appendDenies({ root, text }: Policy, denied: readonly Withdrawal[]): readonly TextEdit[] {
  if (denied.length === 0) return [];
  const groups = new Map<string, string[]>();
  for (const { action, keep } of denied) {
    const where = keep.length > 0 ? `"NotResource": ${oneOrMore(keep)}` : '"Resource": "*"';
    groups.set(where, [...(groups.get(where) ?? []), action]);
  }
  const denies = [...groups].map(
    ([where, actions]) => `{ "Effect": "Deny", "Action": ${oneOrMore(actions)}, ${where} }`,
  );
  const list = memberOf(root, "Statement")?.value;
  if (list?.type === "array") return appendItems(text, list, denies);
  if (!list) return [];
  return [
    { start: list.start, end: list.start + 1, newText: "[{" },
    { start: list.end - 1, end: list.end, newText: `}, ${denies.join(", ")}]` },
  ];
}

/** New items stand as the first one does: behind the same white space. */
function appendItems(text: string, { start, items }: JsonArray, added: readonly string[]): TextEdit[] {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return [];
  const space = text.slice(start + 1, first.start) || " ";
  return [{ start: last.end, end: last.end, newText: added.map((item) => `,${space}${item}`).join("") }];
}

function oneOrMore(texts: readonly string[]): string {
  const [only] = texts;
  return JSON.stringify(texts.length === 1 ? only : texts).replaceAll('","', '", "');
}

/** Whether the policy kept to its quota and would no longer. */
function outgrows({ text }: Policy, edits: readonly TextEdit[]): boolean {
  const added = edits.reduce((sum, { newText }) => sum + sizeWithoutSpace(newText), 0);
  const size = sizeWithoutSpace(text);
  return size < IDENTITY_POLICY_QUOTA && size + added >= IDENTITY_POLICY_QUOTA;
}
