import { type Operator, parseOperator } from "./condition-operator.ts";
import {
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonScalar,
  type JsonString,
  memberOf,
} from "./parse/json-tree.ts";

export const policyTypes = ["identity", "resource", "trust", "scp", "rcp", "permissions-boundary"] as const;
export type PolicyType = (typeof policyTypes)[number];

/**
 * A policy document as rules read it. Reading never fails: what has the wrong type is left out here (and
 * reported by the grammar rules, which look at `root`), so that every other rule sees only sound parts.
 */
export interface Policy {
  /** The text that offsets count in. */
  readonly text: string;
  readonly root: JsonObject;
  readonly type: PolicyType;
  /** CloudFormation type of the resource that a resource policy is attached to, such as `AWS::S3::Bucket`. */
  readonly resourceType: string | undefined;
  /** As written, if it is a string. */
  readonly version: string | undefined;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly node: JsonObject;
  /** Position in the list, 0 for a single statement object. */
  readonly index: number;
  readonly sid: JsonString | undefined;
  readonly effect: "Allow" | "Deny" | undefined;
  readonly action: Element | undefined;
  readonly notAction: Element | undefined;
  readonly resource: Element | undefined;
  readonly notResource: Element | undefined;
  readonly principal: Principals | undefined;
  readonly notPrincipal: Principals | undefined;
  readonly conditions: readonly Condition[];
}

/** Action, Resource and their negations: a string or a list of strings, both seen as a list. */
export interface Element {
  readonly member: JsonMember;
  readonly values: readonly JsonString[];
}

export interface Principals {
  readonly member: JsonMember;
  /** The lone `"*"`, if it is written as a plain string. */
  readonly everyone: JsonString | undefined;
  readonly entries: readonly PrincipalEntry[];
}

export interface PrincipalEntry {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, or what stands there. */
  readonly kind: string;
  readonly kindMember: JsonMember;
  readonly value: JsonString;
}

/** One key under one operator, with its values. */
export interface Condition {
  readonly operator: Operator;
  readonly operatorMember: JsonMember;
  readonly key: string;
  readonly keyMember: JsonMember;
  readonly values: readonly JsonScalar[];
}

export function readPolicy(
  text: string,
  root: JsonObject,
  type: PolicyType,
  resourceType: string | undefined,
): Policy {
  return {
    text,
    root,
    type,
    resourceType,
    version: stringOf(memberOf(root, "Version"))?.value,
    statements: listOf(memberOf(root, "Statement")?.value)
      .filter((node) => node.type === "object")
      .map(readStatement),
  };
}

function readStatement(node: JsonObject, index: number): Statement {
  const effect = stringOf(memberOf(node, "Effect"))?.value;
  return {
    node,
    index,
    sid: stringOf(memberOf(node, "Sid")),
    effect: effect === "Allow" || effect === "Deny" ? effect : undefined,
    action: readElement(memberOf(node, "Action")),
    notAction: readElement(memberOf(node, "NotAction")),
    resource: readElement(memberOf(node, "Resource")),
    notResource: readElement(memberOf(node, "NotResource")),
    principal: readPrincipals(memberOf(node, "Principal")),
    notPrincipal: readPrincipals(memberOf(node, "NotPrincipal")),
    conditions: readConditions(memberOf(node, "Condition")),
  };
}

function readElement(member: JsonMember | undefined): Element | undefined {
  return member && { member, values: stringsOf(member.value) };
}

function readPrincipals(member: JsonMember | undefined): Principals | undefined {
  if (!member) return undefined;
  const { value } = member;
  const kinds = value.type === "object" ? value.members : [];
  return {
    member,
    everyone: value.type === "string" ? value : undefined,
    entries: kinds.flatMap((kindMember) =>
      stringsOf(kindMember.value).map((entry) => ({ kind: kindMember.key, kindMember, value: entry })),
    ),
  };
}

function readConditions(member: JsonMember | undefined): Condition[] {
  if (member?.value.type !== "object") return [];
  return member.value.members.flatMap((operatorMember) => {
    if (operatorMember.value.type !== "object") return [];
    const operator = parseOperator(operatorMember.key);
    return operatorMember.value.members.map((keyMember) => ({
      operator,
      operatorMember,
      key: keyMember.key,
      keyMember,
      values: listOf(keyMember.value).filter(isScalar),
    }));
  });
}

/** A value that may stand alone or in a list, as a list. */
export function listOf(node: JsonNode | undefined): readonly JsonNode[] {
  if (!node) return [];
  return node.type === "array" ? node.items : [node];
}

function stringsOf(node: JsonNode): JsonString[] {
  return listOf(node).filter((item) => item.type === "string");
}

function stringOf(member: JsonMember | undefined): JsonString | undefined {
  return member?.value.type === "string" ? member.value : undefined;
}

function isScalar(node: JsonNode): node is JsonScalar {
  return node.type !== "object" && node.type !== "array";
}

/** A condition value as IAM compares it: booleans and numbers count as their text. */
export function scalarText(node: JsonScalar): string {
  if (node.type === "null") return "null";
  return node.type === "number" ? node.raw : String(node.value);
}
