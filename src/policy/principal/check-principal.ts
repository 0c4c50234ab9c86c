import { type EscalationCode, escalationCode, sortPaths } from "../escalation/analysis.ts";
import type { OpenPath } from "../escalation/find-paths.ts";
import { layerTypes } from "../evaluation/layers.ts";
import { Locator, renderLocation } from "../location.ts";
import type { Policy } from "../model.ts";
import { type Grant, Permissions, type PolicySet } from "../permissions/permissions.ts";
import type { RuleData } from "../rule.ts";
import { isAdministrator } from "./administrator.ts";
import { readDocument } from "./read-document.ts";

/** How a document applies to a principal. */
export const principalDocumentTypes = ["identity", "permissions-boundary", "scp", "session"] as const;
export type PrincipalDocumentType = (typeof principalDocumentTypes)[number];

export interface PrincipalDocument {
  readonly policy: string;
  readonly policyType: PrincipalDocumentType;
  /** For SCPs: the root, OU or account that it is attached to. Those of one level add up, levels limit each other. */
  readonly level?: string | undefined;
}

export interface PrincipalReport {
  /** Whether everything is allowed already. */
  readonly administrator: boolean;
  /** Escalation paths that the documents open together, the gravest first. */
  readonly paths: readonly PrincipalPath[];
  /** Ids of paths that the identity policies open alone, and a boundary, SCP or session policy closes. */
  readonly closed: readonly string[];
  /** Indexes of documents that are no policy; they were left out. */
  readonly unreadable: readonly number[];
}

export interface PrincipalPath {
  readonly id: string;
  readonly issueCode: EscalationCode;
  readonly title: string;
  /** `conditional`: it hangs on conditions of the documents that cannot be told. */
  readonly certainty: "certain" | "conditional";
  readonly conditions: readonly string[];
  readonly permissions: readonly {
    readonly action: string;
    /** Index of the document that allows it. */
    readonly document: number;
    /** `Statement[0].Action[1] (3:14)` in that document. */
    readonly at: string;
  }[];
  readonly prerequisites: readonly string[];
  readonly fix: string;
  readonly facts: readonly string[];
}

/** Judges the documents that apply to one principal in their combination. Never throws on content. */
export function checkPrincipal(documents: readonly PrincipalDocument[], data: RuleData): PrincipalReport {
  const read = documents.map((document) => readDocument(document.policy, layerTypes[document.policyType]));
  const set = toPolicySet(documents, read);
  const permissions = new Permissions(set, data.catalog);
  const open = openPaths(permissions, data);
  const ids = new Set(open.map(({ path }) => path.id));
  return {
    administrator: isAdministrator(permissions),
    paths: open.map((each) => describe(each, read)),
    closed: set.limits.length === 0 ? [] : alone(set, data).filter((id) => !ids.has(id)),
    unreadable: read.flatMap((policy, index) => (policy ? [] : [index])),
  };
}

/** Boundaries and session policies limit as a whole each; SCPs limit level by level. */
function toPolicySet(
  documents: readonly PrincipalDocument[],
  read: readonly (Policy | undefined)[],
): PolicySet {
  const identity: Policy[] = [];
  const limits = new Map<string, Policy[]>();
  for (const [index, { policyType, level = "" }] of documents.entries()) {
    const policy = read[index];
    if (!policy) continue;
    if (policyType === "identity") identity.push(policy);
    else {
      const key = policyType === "scp" ? `scp ${level}` : policyType;
      limits.set(key, [...(limits.get(key) ?? []), policy]);
    }
  }
  return { identity, limits: [...limits.values()] };
}

/** The paths that the identity policies open without any limit. */
function alone(set: PolicySet, data: RuleData): readonly string[] {
  const permissions = new Permissions({ identity: set.identity, limits: [] }, data.catalog);
  return openPaths(permissions, data).map(({ path }) => path.id);
}

/** The gravest first. */
function openPaths(permissions: Permissions, data: RuleData): readonly OpenPath[] {
  const { manipulating, passing, others } = sortPaths(permissions, data.escalationPaths);
  return [...manipulating, ...passing, ...others];
}

function describe({ path, grants }: OpenPath, read: readonly (Policy | undefined)[]): PrincipalPath {
  const conditions = [...new Set(grants.flatMap((grant) => grant.conditions.map(({ key }) => key)))];
  return {
    id: path.id,
    issueCode: escalationCode(path),
    title: path.title,
    certainty: conditions.length > 0 ? "conditional" : "certain",
    conditions,
    permissions: path.requires.map(({ action }, index) => ({ action, ...placeOf(grants[index], read) })),
    prerequisites: path.prerequisites,
    fix: path.fix,
    facts: [path.fact],
  };
}

function placeOf(
  grant: Grant | undefined,
  read: readonly (Policy | undefined)[],
): { document: number; at: string } {
  if (!grant) throw new Error("A path has a grant for each requirement");
  const { policy, action } = grant.source;
  return { document: read.indexOf(policy), at: renderLocation(new Locator(policy.text).locate(action)) };
}
