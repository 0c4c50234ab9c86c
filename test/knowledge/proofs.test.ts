import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { installedPackages } from "../../scripts/drift/packages.ts";
import { loadProofs, type Proof, parseProofs } from "../../scripts/drift/proof.ts";
import { prove } from "../../scripts/drift/prove.ts";
import type { Fact } from "../../src/knowledge/fact.ts";
import { loadFolder } from "../../src/knowledge/load-folder.ts";

const root = join(import.meta.dirname, "../..");
const facts = new Map(loadFolder(join(root, "knowledge/facts")).facts.map((fact) => [fact.id, fact]));
const { proofs, broken } = loadProofs(join(root, "knowledge/proofs"));
const packages = installedPackages(root);
const services = ["accessanalyzer", "cloudtrail", "iam", "kms", "organizations", "s3", "sso-admin", "sts"];
const all = [...proofs].flatMap(([id, list]) => list.map((proof) => ({ id, proof })));

describe("knowledge/proofs", () => {
  test("has no broken file, and proves facts that exist", () => {
    expect(broken).toEqual([]);
    expect([...proofs.keys()].filter((id) => !facts.has(id))).toEqual([]);
  });

  test("proves what changes most often: exact names and lists", () => {
    const wanted = [
      "organizations-listpolicies-types",
      "sdk-organizations-duplicate-attachment",
      "sts-getsessiontoken-restrictions",
    ];
    expect(wanted.filter((id) => !proofs.has(id))).toEqual([]);
    expect(proofs.size).toBeGreaterThan(150);
  });

  test("proves only what the facts say, in their own words", () => {
    const unsaid = all.filter(({ id, proof }) => !wordsOf(facts.get(id)).includes(flat(proof.states)));
    expect(unsaid.map(({ id, proof }) => `${id}: ${proof.states}`)).toEqual([]);
  });

  test("agrees with the installed packages", () => {
    const drifted = all.flatMap(({ id, proof }) =>
      prove(proof, packages).problems.map((problem) => `${id}: ${proof.prove} ${proof.of}: ${problem}`),
    );
    expect(drifted).toEqual([]);
  });

  test("goes red wherever a proof is altered", () => {
    const deaf = all.flatMap(({ id, proof }) =>
      alterations(proof)
        .filter((altered) => prove(altered, packages).problems.length === 0)
        .map((altered) => `${id}: ${JSON.stringify(altered)}`),
    );
    expect(deaf).toEqual([]);
  });
});

describe("the names in facts", () => {
  /** Names that a fact rightly has although no package knows them. */
  const unknown: Readonly<Record<string, string>> = {
    "access-analyzer:GetFindingV2": "the fact says that there is no such action",
    "ec2:Describe": "how the page names a family of actions",
    "kms:DeleteKey": "the fact says that there is no such action",
    "sts:federated-user": "a part of ARNs",
    "sts:GetScopedCredentials": "newer than the service authorization data",
    IncompleteSignatureException: "common to all services, and a class of none",
    PolicyAlreadyAttachedException: "the fact says that there is no such exception",
    PolicyAlreadyExistsException: "the fact says that there is no such exception",
  };
  const named = [...facts.values()].flatMap((fact) => namesIn(fact).map((name) => ({ id: fact.id, name })));

  test("of actions, condition keys and exceptions exist", () => {
    expect(named.length).toBeGreaterThan(800);
    const invented = named.filter(({ name }) => !Object.hasOwn(unknown, name) && !exists(name));
    expect(invented).toEqual([]);
  });

  test("that no package knows are still named, and still unknown", () => {
    const stale = Object.keys(unknown).filter(
      (name) => exists(name) || !named.some((each) => each.name === name),
    );
    expect(stale).toEqual([]);
  });

  test.each(["iam:UpdatePolicy", "aws:SourceIP6", "s3:Gett*", "NoSuchThingException"])(
    "%s would not pass",
    (name) => {
      expect(exists(name)).toBe(false);
    },
  );
});

describe("a proof that does not hold says what differs", () => {
  const states = "as the fact has it";
  test.each<[Proof, string]>([
    [{ prove: "enum", of: "sts Colour", states, contains: ["RED"] }, "sts has no enum Colour"],
    [
      { prove: "enum", of: "accessanalyzer FindingStatus", states, exactly: ["ACTIVE", "ARCHIVED"] },
      "RESOLVED is new",
    ],
    [{ prove: "enum", of: "accessanalyzer FindingStatus", states, contains: ["MUTED"] }, "MUTED is gone"],
    [{ prove: "operations", of: "iam", states, contains: ["UpdatePolicy"] }, "UpdatePolicy is gone"],
    [{ prove: "operations", of: "iam", states, lacks: ["CreateRole"] }, "CreateRole exists"],
    [{ prove: "operations", of: "nothing", states, lacks: ["X"] }, "no package of nothing is installed"],
    [
      { prove: "exceptions", of: "organizations", states, contains: ["PolicyAlreadyAttachedException"] },
      "PolicyAlreadyAttachedException is gone",
    ],
    [
      {
        prove: "exceptions",
        of: "organizations DetachPolicy",
        states,
        contains: ["DuplicatePolicyException"],
      },
      "DuplicatePolicyException is gone",
    ],
    [
      { prove: "exceptions", of: "organizations Attach", states, contains: ["X"] },
      "organizations has no operation Attach",
    ],
    [{ prove: "input", of: "iam UpdateRole", states, contains: ["NewRoleName"] }, "NewRoleName is gone"],
    [{ prove: "input", of: "iam GetUser", states, required: ["UserName"] }, "UserName is not required"],
    [{ prove: "input", of: "iam GetRole", states, optional: ["RoleName"] }, "RoleName is not optional"],
    [
      { prove: "output", of: "sts AssumeRole", states, deprecated: ["Credentials"] },
      "Credentials is not deprecated",
    ],
    [
      { prove: "structure", of: "kms GrantListEntry", states, contains: ["GrantToken"] },
      "GrantToken is gone",
    ],
    [{ prove: "structure", of: "kms Grants", states, contains: ["X"] }, "kms has no structure of Grants"],
    [
      {
        prove: "text",
        of: "sts GetSessionToken",
        states,
        mentions: ["except AssumeRole or GetCallerIdentity"],
      },
      'does not say "except AssumeRole or GetCallerIdentity"',
    ],
    [
      { prove: "text", of: "sts GetSessionToken", states, silent: ["GetScopedCredentials"] },
      'says "GetScopedCredentials"',
    ],
    [{ prove: "text", of: "sts Nothing", states, mentions: ["X"] }, "sts says nothing on sts Nothing"],
    [
      { prove: "error", of: "iam NoSuchEntityException", states, code: "NoSuchEntityException" },
      "code is NoSuchEntity, not NoSuchEntityException",
    ],
    [{ prove: "error", of: "iam NoSuchEntityException", states, status: 400 }, "status is 404, not 400"],
    [
      { prove: "error", of: "organizations DuplicatePolicyAttachmentException", states, status: 409 },
      "organizations sends no error for DuplicatePolicyAttachmentException",
    ],
    [
      {
        prove: "actions",
        of: "access-analyzer:GetFinding*",
        states,
        contains: ["access-analyzer:GetFindingV2"],
      },
      "access-analyzer:GetFindingV2 is gone",
    ],
    [{ prove: "actions", of: "iam:Paint*", states, lacks: ["X"] }, "no action matches iam:Paint*"],
    [{ prove: "action", of: "s3:GetObjekt", states }, "there is no action s3:GetObjekt"],
    [{ prove: "action", of: "iam:PassRole", states, accessLevels: ["Read"] }, "Write is new"],
    [
      { prove: "action", of: "ec2:DescribeInstances", states, resourceTypes: ["instance"] },
      "instance is gone",
    ],
    [
      { prove: "action", of: "iam:PassRole", states, conditionKeys: { contains: ["iam:ResourceTag"] } },
      "iam:ResourceTag is gone",
    ],
    [
      { prove: "action", of: "iam:PassRole", states, dependentActions: { contains: ["sts:AssumeRole"] } },
      "sts:AssumeRole is gone",
    ],
    [{ prove: "condition-key", of: "aws:SourceIP6", states }, "there is no condition key aws:SourceIP6"],
    [
      { prove: "condition-key", of: "aws:PrincipalOrgID", states, multivalued: true },
      "multivalued is false, not true",
    ],
    [{ prove: "condition-key", of: "aws:SourceArn", states, type: "String" }, "type is ARN, not String"],
    [
      { prove: "condition-key", of: "iam:PassedToService", states, actions: { lacks: ["iam:PassRole"] } },
      "iam:PassRole exists",
    ],
    [{ prove: "rcp-services", of: "reference", states, contains: ["sns"] }, "sns is gone"],
  ])("%j", (proof, problem) => {
    expect(prove(proof, packages).problems).toContain(problem);
  });
});

describe("a proof file is refused if it", () => {
  test.each([
    ["is no list", "prove: enum", "array"],
    ["asserts nothing", "- { prove: enum, of: sts X, states: it is so }", "asserts nothing"],
    ["is of no known kind", "- { prove: luck, of: sts X, states: it is so }", "prove"],
    [
      "has a key of another kind",
      "- { prove: enum, of: sts X, states: it is so, mentions: [ab] }",
      "mentions",
    ],
    [
      "quotes the documentation",
      `- { prove: text, of: sts X, states: it is so, mentions: [${"a ".repeat(12)}] }`,
      "11 words",
    ],
    ["is not YAML", "- {", "is not YAML"],
  ])("%s", (_, text, problem) => {
    const result = parseProofs(text, "some-fact.yaml");
    expect("problems" in result && result.problems.join("\n")).toContain(problem);
  });
});

/** Full names of actions and condition keys, and of exceptions; ARNs have colons of another kind. */
function namesIn(fact: Fact): string[] {
  const text = [fact.title, fact.statement, fact.misconception, fact.details, fact.notes, ...fact.aliases]
    .join("\n")
    .replace(/\barn:[^\s"`]+/g, "")
    .replaceAll("\\*", "*");
  const names = text.match(/\b[a-z][a-z0-9-]*:[A-Za-z][\w-]*\*?/g) ?? [];
  const known = names.filter((name) => isService(name.split(":")[0] ?? ""));
  return [...known, ...(text.match(/\b[A-Z]\w+Exception\b/g) ?? [])];
}

function isService(prefix: string): boolean {
  return prefix === "aws" || packages.catalog.service(prefix) !== undefined;
}

function exists(name: string): boolean {
  const { catalog } = packages;
  if (!name.includes(":")) return services.some((service) => packages.sdk(service)?.exceptions.has(name));
  const isKey = [name, `${name}/x`].some((key) => catalog.globalKey(key) ?? catalog.serviceKey(key));
  return isKey || (!name.startsWith("aws:") && catalog.acceptsAction(name));
}

/** All that a fact says as true: not its misconception. */
function wordsOf(fact: Fact | undefined): string {
  return flat([fact?.title, fact?.statement, fact?.details, fact?.notes].join("\n"));
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ");
}

const INVENTED = "NoSuchThing";

/** Copies of a proof, each wrong in one point. */
function alterations(proof: Proof): Proof[] {
  const claims = Object.entries(proof).flatMap(([key, value]) => wrongValues(key, value, proof));
  const subject = proof.prove === "rcp-services" ? [] : [{ of: `${proof.of}${INVENTED}` }];
  return [...claims, ...subject].map((change) => Object.assign({ ...proof }, change));
}

function wrongValues(key: string, value: unknown, proof: Proof): object[] {
  if (key === "states" || key === "of" || key === "prove") return [];
  if (key === "lacks") return [{ [key]: [firstOf(prove(proof, packages).found)] }];
  if (key === "silent") return [{ [key]: ["e"] }];
  if (typeof value === "boolean") return [{ [key]: !value }];
  if (typeof value === "number") return [{ [key]: value + 1 }];
  if (typeof value === "string") return [{ [key]: INVENTED }];
  if (!Array.isArray(value)) return [{ [key]: { contains: [INVENTED] } }];
  const dropped = key === "exactly" ? [{ [key]: value.slice(1) }] : [];
  return [{ [key]: [...value, INVENTED] }, ...dropped];
}

function firstOf(found: string): string {
  const [first = ""] = found.split(", ");
  return first.replace(" (required)", "");
}
