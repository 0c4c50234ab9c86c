import type { PolicyType } from "./model.ts";
import {
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonString,
  memberOf,
  parseJson,
} from "./parse/json-tree.ts";

export interface Unwrapped {
  /** The text of the policy document itself. */
  readonly text: string;
  /** What was taken off, outermost first, such as `PolicyVersion > Document > URL encoding`. */
  readonly wrapper: string | undefined;
  /** What the wrapper says about the type of the policy, if anything. */
  readonly policyType: PolicyType | undefined;
}

/**
 * Members under which the APIs of IAM, Organizations, S3, SQS, ECR … and Terraform hand over a policy document, the
 * surest first; APIs and tools write them as PolicyDocument, policyDocument and policy_document.
 */
const wrapperMembers = [
  "policydocument",
  "assumerolepolicydocument",
  "assumerolepolicy",
  "policyversion",
  "policy",
  "document",
  "content",
  "role",
  "resourcepolicy",
  "inlinepolicy",
  "policytext",
  "policyinjson",
  "attributes",
];

const organizationTypes: ReadonlyMap<string, PolicyType> = new Map([
  ["SERVICE_CONTROL_POLICY", "scp"],
  ["RESOURCE_CONTROL_POLICY", "rcp"],
]);

/** Longer names are none of these, however they are written. */
const MAX_NAME = 40;

/** Policies come in a handful of layers; anything deeper is not one. */
const MAX_LAYERS = 6;

/** Takes off the wrappers that people and APIs really hand over, as long as no document shows below. */
export function unwrap(input: string): Unwrapped {
  let text = input;
  const layers: string[] = [];
  let policyType: PolicyType | undefined;
  while (layers.length < MAX_LAYERS) {
    const inner = urlDecoded(text) ?? fenced(text) ?? innerDocument(text);
    if (!inner) break;
    text = inner.text;
    layers.push(inner.layer);
    policyType = inner.policyType ?? policyType;
  }
  return {
    text,
    wrapper: layers.length > 0 ? layers.join(" > ") : undefined,
    policyType,
  };
}

interface Layer {
  readonly text: string;
  readonly layer: string;
  readonly policyType?: PolicyType | undefined;
}

/** IAM's API returns documents URL-encoded (RFC 3986). */
function urlDecoded(text: string): Layer | undefined {
  const trimmed = text.trimStart();
  if (!/^(?:%7B|%5B|%22|%0A|%20)/i.test(trimmed)) return undefined;
  try {
    const plain = decodeURIComponent(trimmed);
    // Forms write a blank as +; a + that is meant is %2B there.
    const ofForm = trimmed.includes("+") && "problem" in parseJson(plain);
    return {
      text: ofForm ? decodeURIComponent(trimmed.replaceAll("+", " ")) : plain,
      layer: "URL encoding",
    };
  } catch {
    return undefined;
  }
}

/** Models write documents in a code block of Markdown. */
function fenced(text: string): Layer | undefined {
  const block = text.trim();
  const firstLine = block.indexOf("\n");
  if (!block.startsWith(FENCE) || !block.endsWith(`\n${FENCE}`) || firstLine > MAX_NAME) return undefined;
  const inner = block.slice(firstLine + 1, -FENCE.length);
  return inner.includes(FENCE) ? undefined : { text: inner, layer: "code block" };
}

const FENCE = "```";

function innerDocument(text: string): Layer | undefined {
  const parsed = parseJson(text);
  if (!("root" in parsed)) return undefined;
  const { root } = parsed;
  if (root.type === "string") return { text: root.value, layer: "JSON string" };
  if (root.type !== "object" || memberOf(root, "Statement")) return undefined;
  const member = wrapperOf(root);
  if (!member || !mayHoldDocument(member.value)) return undefined;
  return {
    text: documentText(member.value, text),
    layer: member.key,
    policyType: folded(member.key).startsWith("assumerolepolicy") ? "trust" : summarizedType(root),
  };
}

/** Organizations says beside the document which type it has. */
function summarizedType(root: JsonObject): PolicyType | undefined {
  const summary = memberOf(root, "PolicySummary")?.value;
  const type = summary?.type === "object" ? memberOf(summary, "Type")?.value : undefined;
  return type?.type === "string" ? organizationTypes.get(type.value) : undefined;
}

function wrapperOf(root: JsonObject): JsonMember | undefined {
  const byName = new Map(root.members.map((member) => [folded(member.key), member]));
  return wrapperMembers.map((name) => byName.get(name)).find((member) => member);
}

function folded(name: string): string {
  return name.length > MAX_NAME ? name : name.replaceAll("_", "").toLowerCase();
}

function mayHoldDocument(node: JsonNode): node is JsonString | (JsonNode & { type: "object" }) {
  return node.type === "object" || node.type === "string";
}

function documentText(node: JsonNode, text: string): string {
  return node.type === "string" ? node.value : text.slice(node.start, node.end);
}
