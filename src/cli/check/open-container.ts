import { type CollectionTag, parse, type ScalarTag, YAMLMap, YAMLSeq } from "yaml";
import { findPolicies } from "../../policy/sources/find-policies.ts";
import type { FoundPolicy } from "../../policy/sources/found-policy.ts";

/** Larger documents are not parsed as containers; account details of that size have a command of their own. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/**
 * The policies inside a Terraform plan, a CloudFormation template or the authorization details of an account;
 * undefined if the text is none of these, and then it is a policy itself.
 */
export function openContainer(text: string): readonly FoundPolicy[] | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const value = readJson(text) ?? readYaml(text);
  return value === undefined ? undefined : findPolicies(value);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readYaml(text: string): unknown {
  // Only templates are written in YAML, and all of them name this.
  if (!/^\s*["']?Resources["']?\s*:/m.test(text)) return undefined;
  try {
    return parse(text, { customTags: shortForms, logLevel: "silent", maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

const functions = [
  "And",
  "Base64",
  "Cidr",
  "Equals",
  "FindInMap",
  "ForEach",
  "GetAtt",
  "GetAZs",
  "If",
  "ImportValue",
  "Join",
  "Length",
  "Not",
  "Or",
  "Select",
  "Split",
  "Sub",
  "ToJsonString",
  "Transform",
];

/** CloudFormation's short forms in their long form: `!Sub x` is `{ "Fn::Sub": "x" }`, `!Ref x` is `{ "Ref": "x" }`. */
const shortForms: (ScalarTag | CollectionTag)[] = ["Ref", "Condition", ...functions].flatMap((name) => {
  const tag = `!${name}`;
  const key = functions.includes(name) ? `Fn::${name}` : name;
  return [
    { tag, resolve: (value: string) => ({ [key]: value }) },
    {
      tag,
      collection: "seq",
      resolve: (node) => ({ [key]: node instanceof YAMLSeq ? node.toJSON() : null }),
    },
    {
      tag,
      collection: "map",
      resolve: (node) => ({ [key]: node instanceof YAMLMap ? node.toJSON() : null }),
    },
  ] satisfies (ScalarTag | CollectionTag)[];
});
