import { type Catalog, splitAction } from "../catalog/catalog.ts";
import { type Policy, type Statement, scalarText } from "../model.ts";
import { ActionIndex } from "../permissions/action-index.ts";
import { every, some, type Verdict } from "../permissions/context.ts";
import { knowsVariables, splitVariable, variablesIn } from "../policy-variables.ts";
import { judgeCondition } from "./conditions.ts";
import { type Layer, layerApplies } from "./layers.ts";
import { denyReaches, type Reached, type Way, ways, waysTo } from "./principals.ts";
import {
  accountOf,
  type EvaluationRequest,
  fullContext,
  type RequestContext,
  resourceAccountOf,
} from "./request.ts";
import { judgeResource } from "./resources.ts";

export interface EvaluationDocument {
  readonly layer: Layer;
  readonly policy: Policy;
  /** Of SCPs and RCPs: the root, OU or account that it is attached to. */
  readonly level?: string | undefined;
}

/** A statement that bears on the request, or that may. */
export interface Reason {
  /** Index of the document. */
  readonly document: number;
  readonly layer: Layer;
  readonly statement: Statement;
  readonly effect: "Allow" | "Deny";
  readonly applies: "yes" | "unknown";
}

export interface Evaluation {
  readonly decision: "allowed" | "denied" | "unknown";
  /** Of a denial: whether a Deny says so, or no Allow does. */
  readonly denial?: "explicitDeny" | "implicitDeny";
  /** One sentence: what decided, or what would. */
  readonly because: string;
  readonly reasons: readonly Reason[];
  /** Condition keys, as the documents write them, whose values are not known and would matter. */
  readonly openKeys: readonly string[];
}

/**
 * Decides one request by the documents that apply to it, as AWS documents its evaluation. Documents that are not
 * given do not exist, but for the policy of a resource where one is needed: without it the answer is unknown.
 * Statements without a sound Effect count for nothing. Never throws on content.
 */
export function evaluate(
  request: EvaluationRequest,
  documents: readonly EvaluationDocument[],
  catalog: Catalog,
): Evaluation {
  return new Evaluator(request, documents, catalog).decide();
}

/** What has to allow, with the words for it. */
interface Gate {
  readonly verdict: Verdict;
  /** Said where it does not allow. */
  readonly lacking: string;
  /** Said where that cannot be told. */
  readonly open: string;
}

function gate(verdict: Verdict, where: string): Gate {
  return {
    verdict,
    lacking: `No Allow in ${where} covers it.`,
    open: `It hangs on an Allow in ${where} that may or may not apply.`,
  };
}

class Evaluator {
  readonly #request: EvaluationRequest;
  readonly #context: RequestContext;
  readonly #documents: readonly (EvaluationDocument & { readonly index: number })[];
  readonly #reasons: (Reason & { readonly reached: readonly Reached[] })[] = [];
  readonly #openKeys = new Set<string>();

  constructor(request: EvaluationRequest, documents: readonly EvaluationDocument[], catalog: Catalog) {
    this.#request = request;
    this.#context = fullContext(request);
    this.#documents = documents
      .map((document, index) => ({ ...document, index }))
      .filter(({ layer }) => layerApplies(layer, request, catalog));
    for (const document of this.#documents)
      for (const statement of document.policy.statements) this.#weigh(statement, document);
  }

  decide(): Evaluation {
    const denies = this.#reasons.filter(({ effect }) => effect === "Deny");
    const denied = some(denies.map(({ applies }) => applies));
    if (denied === "yes") {
      const deciding = denies.filter(({ applies }) => applies === "yes");
      const named = [...new Set(deciding.map(({ layer }) => layerNames[layer]))].join(" and ");
      return this.#answer("denied", `A Deny in ${named} applies.`, deciding, "explicitDeny");
    }
    const gates = this.#gates();
    const closed = gates.find(({ verdict }) => verdict === "no");
    if (closed) return this.#answer("denied", closed.lacking, this.#reasons, "implicitDeny");
    const open = gates.find(({ verdict }) => verdict === "unknown");
    if (open) return this.#answer("unknown", open.open, this.#reasons);
    if (denied === "unknown")
      return this.#answer(
        "unknown",
        "It is allowed unless a Deny applies, which cannot be told.",
        this.#reasons,
      );
    return this.#answer(
      "allowed",
      "Each policy that has to allow it does, and no Deny applies.",
      this.#reasons,
    );
  }

  #answer(
    decision: Evaluation["decision"],
    because: string,
    reasons: readonly (Reason & { readonly reached: readonly Reached[] })[],
    denial?: Evaluation["denial"],
  ): Evaluation {
    return {
      decision,
      ...(denial && { denial }),
      because,
      reasons: reasons.map(({ reached: _, ...reason }) => reason),
      openKeys: decision === "unknown" ? [...this.#openKeys].sort() : [],
    };
  }

  /** Notes a statement if it applies or may apply. */
  #weigh(
    statement: Statement,
    { layer, policy, index }: EvaluationDocument & { readonly index: number },
  ): void {
    const { effect } = statement;
    if (!effect || !new ActionIndex(statement).placeOf(this.#request.action.toLowerCase())) return;
    const reached = this.#reached(statement, layer);
    const hasVariables = knowsVariables(policy);
    const question = { resource: this.#request.resource, context: this.#context, hasVariables };
    const applies = every([
      some(reached.map(({ verdict }) => verdict)),
      judgeResource(statement.resource, statement.notResource, question),
      ...statement.conditions.map((condition) => judgeCondition(condition, this.#context, hasVariables)),
    ]);
    if (applies === "no") return;
    this.#reasons.push({ document: index, layer, statement, effect, applies, reached });
    if (applies === "unknown") this.#noteOpenKeys(statement, hasVariables);
  }

  #noteOpenKeys({ resource, notResource, conditions }: Statement, hasVariables: boolean): void {
    const open = conditions.filter(
      (condition) => judgeCondition(condition, this.#context, hasVariables) === "unknown",
    );
    const texts = open.flatMap(({ values }) => values.map(scalarText));
    const resources = [resource, notResource].flatMap((element) => element?.values ?? []);
    const variables = [...texts, ...resources.map(({ value }) => value)].flatMap(variablesIn);
    const names = variables.map(({ body = "" }) => splitVariable(body).name.trim());
    for (const key of [...open.map((condition) => condition.key), ...names])
      if (!this.#context.has(key.toLowerCase())) this.#openKeys.add(key);
  }

  /** The ways in which a statement names the caller; documents that are attached to it need not. */
  #reached(statement: Statement, layer: Layer): readonly Reached[] {
    const { principal } = this.#request;
    if (layer !== "resource" && layer !== "rcp") return [{ way: "directly", verdict: "yes" }];
    if (statement.effect === "Allow") return waysTo(statement, principal);
    return [
      { way: "directly", verdict: denyReaches(statement, principal, this.#has("permissions-boundary")) },
    ];
  }

  #has(layer: Layer): boolean {
    return this.#documents.some((document) => document.layer === layer);
  }

  /** Whether some Allow of a layer applies. */
  #allows(layer: Layer, level?: string): Verdict {
    const allowing = this.#reasons.filter((reason) => reason.layer === layer && reason.effect === "Allow");
    const counted = allowing.filter(
      ({ document }) => level === undefined || this.#levelOf(document) === level,
    );
    return some(counted.map(({ applies }) => applies));
  }

  #levelOf(document: number): string {
    return this.#documents.find(({ index }) => index === document)?.level ?? "";
  }

  #gates(): readonly Gate[] {
    return [...this.#scpGates(), ...this.#permissionGates()];
  }

  /** Each level has to allow; RCPs always do, by the policy that nobody can detach. */
  #scpGates(): readonly Gate[] {
    const scps = this.#documents.filter(({ layer }) => layer === "scp");
    const levels = new Set(scps.map(({ level = "" }) => level));
    return [...levels].map((level) =>
      gate(this.#allows("scp", level), level === "" ? "the SCPs" : `the SCPs of ${level}`),
    );
  }

  #permissionGates(): readonly Gate[] {
    const account = accountOf(this.#request.principal);
    if (account === undefined) return [this.#resourceGate()];
    if (account !== resourceAccountOf(this.#request)) return [...this.#identityGates(), this.#resourceGate()];
    return [this.#sameAccountGate()];
  }

  /** Identity policies, boundary and session policy, all of which have to allow. The root user has none of them. */
  #identityGates(): readonly Gate[] {
    if (this.#request.principal.kind === "root") return [];
    return [gate(this.#allows("identity"), "the identity policies"), ...this.#limitGates()];
  }

  /** What limits an identity policy, and the policy of a resource that names the role. */
  #limitGates(): readonly Gate[] {
    const limits = (["permissions-boundary", "session"] as const).filter((layer) => this.#has(layer));
    const gates = limits.map((layer) => gate(this.#allows(layer), layerNames[layer]));
    // A federated user has what its session policy and the policies of its user share: without one, nothing.
    const bare = this.#request.principal.kind === "federated-user" && !this.#has("session");
    return bare ? [...gates, gate("no", "a session policy, of which there is none,")] : gates;
  }

  #sameAccountGate(): Gate {
    const needsPolicy = this.#needsPolicy();
    if (needsPolicy && !this.#has("resource")) return missingPolicy;
    const identity = this.#identityGates();
    const byIdentity = every(identity.map(({ verdict }) => verdict));
    const byLimits = every(this.#limitGates().map(({ verdict }) => verdict));
    const byAccount = this.#reachedBy("as-account");
    const byName = some([
      this.#reachedBy("directly"),
      every([this.#reachedBy("as-role"), byLimits]),
      // Whether a boundary limits what is open to everyone is not said; where it allows, that does not matter.
      every([this.#reachedBy("as-everyone"), byLimits === "yes" ? "yes" : "unknown"]),
    ]);
    const verdict = some([needsPolicy ? every([byAccount, byIdentity]) : byIdentity, byName]);
    const lacking =
      needsPolicy && byAccount === "no" ? undefined : identity.find((each) => each.verdict === "no");
    return {
      verdict,
      lacking: (lacking ?? gate("no", layerNames.resource)).lacking,
      open: "It hangs on statements that may or may not apply, or on what AWS does not document.",
    };
  }

  /** In another account, or for a caller without an account, the policy of the resource has to allow. */
  #resourceGate(): Gate {
    if (!this.#has("resource")) return missingPolicy;
    return gate(some(ways.map((way) => this.#reachedBy(way))), layerNames.resource);
  }

  /** Whether an Allow in the policy of the resource names the caller in a way, and applies. */
  #reachedBy(way: Way): Verdict {
    const allowing = this.#reasons.filter(({ layer, effect }) => layer === "resource" && effect === "Allow");
    return some(
      allowing.map(({ applies, reached }) =>
        every([applies, some(reached.filter((each) => each.way === way).map(({ verdict }) => verdict))]),
      ),
    );
  }

  /** Roles are assumed and keys are used only by those whom their own policy allows it. */
  #needsPolicy(): boolean {
    const { action, resource } = this.#request;
    const { prefix } = splitAction(action.toLowerCase());
    return (
      (prefix === "sts" && resource.includes(":role/")) || (prefix === "kms" && resource.includes(":key/"))
    );
  }
}

const layerNames: Readonly<Record<Layer, string>> = {
  rcp: "an RCP",
  scp: "an SCP",
  resource: "the policy of the resource",
  identity: "an identity policy",
  "permissions-boundary": "the permissions boundary",
  session: "the session policy",
};

const missingPolicy: Gate = {
  verdict: "unknown",
  lacking: "",
  open: "The policy of the resource has to allow it, and was not given.",
};
