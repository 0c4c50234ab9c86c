import type { Catalog } from "../../src/policy/catalog/catalog.ts";
import type { ListClaim, Proof } from "./proof.ts";
import type { SdkClient, SdkShape } from "./sdk-client.ts";

/** The installed packages that proofs ask. */
export interface Packages {
  /** The client of a service by its name in the package, `sts` in `@aws-sdk/client-sts`; undefined if not installed. */
  readonly sdk: (service: string) => SdkClient | undefined;
  readonly catalog: Catalog;
}

export interface Outcome {
  /** What the package says on the subject, in short. */
  readonly found: string;
  /** Where it differs from what the proof claims; empty if it holds. */
  readonly problems: readonly string[];
}

type ProofOf<Kind extends Proof["prove"]> = Extract<Proof, { prove: Kind }>;
type Prover<Kind extends Proof["prove"]> = (proof: ProofOf<Kind>, packages: Packages) => Outcome;

/** Compares a proof with what the installed packages say. */
export function prove(proof: Proof, packages: Packages): Outcome {
  switch (proof.prove) {
    case "enum":
    case "operations":
    case "exceptions":
      return proveList(proof, packages);
    case "input":
    case "output":
    case "structure":
      return proveMembers(proof, packages);
    case "text":
      return proveText(proof, packages);
    case "error":
      return proveError(proof, packages);
    case "actions":
      return proveActions(proof, packages);
    case "action":
      return proveAction(proof, packages);
    case "condition-key":
      return proveConditionKey(proof, packages);
    case "rcp-services":
      return compareList([...packages.catalog.rcpServices], proof);
  }
}

const proveList: Prover<"enum" | "operations" | "exceptions"> = (proof, packages) => {
  const { client, service, name } = target(proof.of, packages);
  if (!client) return missing(`no package of ${service} is installed`);
  if (proof.prove === "operations") return compareList([...client.operations], proof);
  if (proof.prove === "enum") {
    const values = client.enumValues(name);
    return values ? compareList(values, proof) : missing(`${service} has no enum ${name}`);
  }
  if (name === "") return compareList([...client.exceptions.keys()], proof);
  const operation = client.operation(name);
  return operation
    ? compareList(operation.exceptions, proof)
    : missing(`${service} has no operation ${name}`);
};

const proveMembers: Prover<"input" | "output" | "structure"> = (proof, packages) => {
  const { client, service, name } = target(proof.of, packages);
  const shape = proof.prove === "structure" ? client?.shape(name) : client?.operation(name)?.[proof.prove];
  if (!shape) return missing(`${service} has no ${proof.prove} of ${name}`);
  const every = [...shape.members.keys()];
  const required = every.filter((member) => shape.members.get(member)?.required);
  const deprecated = every.filter((member) => shape.members.get(member)?.deprecated);
  return {
    found: every.map((member) => (required.includes(member) ? `${member} (required)` : member)).join(", "),
    problems: [
      ...compareList(every, proof).problems,
      ...absent(required, proof.required, "is not required"),
      ...absent(
        every.filter((member) => !required.includes(member)),
        proof.optional,
        "is not optional",
      ),
      ...absent(deprecated, proof.deprecated, "is not deprecated"),
    ],
  };
};

const proveText: Prover<"text"> = (proof, packages) => {
  const { client, service, name, member } = target(proof.of, packages);
  const text = client && textOf(client, name, member);
  if (!text) return missing(`${service} says nothing on ${proof.of}`);
  const folded = text.toLowerCase();
  const holds = (term: string) => folded.includes(term.toLowerCase());
  return {
    found: `says "${(proof.mentions ?? []).filter(holds).join('", "')}"`,
    problems: [
      ...(proof.mentions ?? []).filter((term) => !holds(term)).map((term) => `does not say "${term}"`),
      ...(proof.silent ?? []).filter(holds).map((term) => `says "${term}"`),
    ],
  };
};

/** The documentation of an operation, a structure, an exception, or of a member of one of them. */
function textOf(client: SdkClient, name: string, member: string): string | undefined {
  const operation = client.operation(name);
  if (member === "") return operation?.text ?? client.shape(name)?.text;
  const shapes: (SdkShape | undefined)[] = [operation?.input, operation?.output, client.shape(name)];
  return shapes.map((shape) => shape?.members.get(member)?.text).find((text) => text !== undefined);
}

const proveError: Prover<"error"> = (proof, packages) => {
  const { client, service, name } = target(proof.of, packages);
  const error = client?.error(name);
  if (!error) return missing(`${service} sends no error for ${name}`);
  return {
    found: `code ${error.code}, HTTP ${error.status}`,
    problems: [...differs("code", proof.code, error.code), ...differs("status", proof.status, error.status)],
  };
};

const proveActions: Prover<"actions"> = (proof, { catalog }) => {
  const found = catalog.matchActions(proof.of).map((action) => `${action.service}:${action.name}`);
  return found.length > 0 ? compareList(found, proof) : missing(`no action matches ${proof.of}`);
};

const proveAction: Prover<"action"> = (proof, { catalog }) => {
  const action = catalog.action(proof.of);
  if (!action || `${action.service}:${action.name}` !== proof.of)
    return missing(`there is no action ${proof.of}`);
  const types = action.resources.map(({ type }) => type.name);
  const keys = action.conditionKeys.map((key) => key.name);
  return {
    found: `${action.accessLevels.join(", ")}; resource types: ${types.join(", ") || "none"}; keys: ${keys.join(", ") || "none"}`,
    problems: [
      ...compareList(action.accessLevels, { exactly: proof.accessLevels }).problems,
      ...compareList(types, { exactly: proof.resourceTypes }).problems,
      ...compareList(keys, proof.conditionKeys ?? {}).problems,
      ...compareList(action.dependentActions, proof.dependentActions ?? {}).problems,
    ],
  };
};

const proveConditionKey: Prover<"condition-key"> = (proof, { catalog }) => {
  const key = catalog.globalKey(proof.of) ?? catalog.serviceKey(proof.of);
  if (!key || key.name !== proof.of) return missing(`there is no condition key ${proof.of}`);
  const [prefix = ""] = proof.of.split(":");
  const users = [...(catalog.service(prefix)?.actions.values() ?? [])]
    .filter((action) => action.conditionKeys.some(({ name }) => name === key.name))
    .map((action) => `${action.service}:${action.name}`);
  return {
    found: `${key.type}${proof.actions ? `; actions: ${users.join(", ")}` : ""}`,
    problems: [
      ...differs("type", proof.type, key.type),
      ...differs("multivalued", proof.multivalued, key.type.startsWith("ArrayOf")),
      ...compareList(users, proof.actions ?? {}).problems,
    ],
  };
};

interface Target {
  readonly client: SdkClient | undefined;
  readonly service: string;
  readonly name: string;
  readonly member: string;
}

function target(of: string, packages: Packages): Target {
  const [service = "", path = ""] = of.split(" ");
  const [name = "", member = ""] = path.split(".");
  return { client: packages.sdk(service), service, name, member };
}

function missing(problem: string): Outcome {
  return { found: "nothing", problems: [problem] };
}

function compareList(found: readonly string[], claim: ListClaim): Outcome {
  const extra = claim.exactly ? found.filter((item) => !claim.exactly?.includes(item)) : [];
  return {
    found: found.join(", ") || "none",
    problems: [
      ...absent(found, claim.exactly, "is gone"),
      ...extra.map((item) => `${item} is new`),
      ...absent(found, claim.contains, "is gone"),
      ...(claim.lacks ?? []).filter((item) => found.includes(item)).map((item) => `${item} exists`),
    ],
  };
}

function absent(found: readonly string[], wanted: readonly string[] | undefined, what: string): string[] {
  return (wanted ?? []).filter((item) => !found.includes(item)).map((item) => `${item} ${what}`);
}

function differs<T>(what: string, claimed: T | undefined, found: T): string[] {
  return claimed === undefined || claimed === found ? [] : [`${what} is ${found}, not ${claimed}`];
}
