import { type Arn, parseArn } from "../arn.ts";

/** Who asks. Names are those of the ARN, without a path. */
export type Principal =
  | { readonly kind: "user"; readonly arn: string; readonly account: string; readonly name: string }
  | {
      readonly kind: "role";
      /** ARN of the role, not of its session. */
      readonly arn: string;
      readonly account: string;
      /** Undefined where only the role is known. */
      readonly session: string | undefined;
      readonly serviceLinked: boolean;
    }
  | { readonly kind: "federated-user"; readonly arn: string; readonly account: string; readonly name: string }
  | { readonly kind: "root"; readonly arn: string; readonly account: string }
  | { readonly kind: "service"; readonly service: string }
  /** Whoever an identity provider vouches for, before a role is assumed. */
  | { readonly kind: "web-or-saml"; readonly provider: string }
  | { readonly kind: "anonymous" };

/** Values of condition keys: undefined says that the request does not carry the key. */
type Values = ReadonlyMap<string, readonly string[] | undefined>;

/** What is known of the values, by key in lower case. A key that it does not have may have any value, or none. */
export type RequestContext = Pick<Values, "has" | "get">;

/** One call to one action on one resource. An operation on several resources is as many requests. */
export interface EvaluationRequest {
  readonly principal: Principal;
  /** Full name, in any case. */
  readonly action: string;
  /** ARN, or `*` for an action that knows no resources. */
  readonly resource: string;
  /** Account that owns the resource; undefined: taken from the ARN, or else the caller's own. */
  readonly resourceAccount?: string | undefined;
  /** Keys in lower case. */
  readonly context: Values;
  /** Whether the request carries no other keys than those of the context and those that follow from the rest. */
  readonly complete?: boolean | undefined;
  /** Account that manages the organization: its principals and resources know no SCPs and RCPs. */
  readonly managementAccount?: string | undefined;
}

/**
 * Reads a principal as people write it: the ARN of a user, role, role session, federated user or root, a service
 * principal, the ARN of an identity provider, or `anonymous`. The ARN of a session does not tell the path of its
 * role: `roleArn` does. Undefined where it is none of these.
 */
export function readPrincipal(text: string, roleArn?: string): Principal | undefined {
  if (text.toLowerCase() === "anonymous") return { kind: "anonymous" };
  if (/^[a-z0-9.-]{1,200}\.amazonaws\.com(?:\.cn)?$/.test(text)) return { kind: "service", service: text };
  const arn = parseArn(text);
  if (!arn || !/^\d{12}$/.test(arn.account)) return undefined;
  if (arn.service === "iam") return iamPrincipal(text, arn);
  return arn.service === "sts" ? stsPrincipal(text, arn, roleArn) : undefined;
}

function iamPrincipal(text: string, { account, resource }: Arn): Principal | undefined {
  if (resource === "root") return { kind: "root", arn: text, account };
  const [type, ...rest] = resource.split("/");
  const name = rest.at(-1) ?? "";
  if (name === "") return undefined;
  if (type === "user") return { kind: "user", arn: text, account, name };
  if (type === "role") return role(text, account, undefined);
  const isProvider = type === "oidc-provider" || type === "saml-provider";
  return isProvider ? { kind: "web-or-saml", provider: text } : undefined;
}

function stsPrincipal(text: string, arn: Arn, roleArn: string | undefined): Principal | undefined {
  const { account, partition } = arn;
  const [type, name = "", session = "", ...more] = arn.resource.split("/");
  if (name === "" || more.length > 0) return undefined;
  if (type === "federated-user" && session === "")
    return { kind: "federated-user", arn: text, account, name };
  if (type !== "assumed-role" || session === "") return undefined;
  return role(roleArn ?? `arn:${partition}:iam::${account}:role/${name}`, account, session);
}

function role(arn: string, account: string, session: string | undefined): Principal {
  return { kind: "role", arn, account, session, serviceLinked: arn.includes(":role/aws-service-role/") };
}

export function accountOf(principal: Principal): string | undefined {
  return "account" in principal ? principal.account : undefined;
}

/** The account of the resource, as far as it can be told. */
export function resourceAccountOf({
  resource,
  resourceAccount,
  principal,
}: EvaluationRequest): string | undefined {
  const named = parseArn(resource)?.account;
  return resourceAccount ?? (named !== undefined && /^\d{12}$/.test(named) ? named : accountOf(principal));
}

/** The ARN of a role session. */
export function sessionArn({ arn, account, session }: Principal & { readonly kind: "role" }): string {
  const { partition = "aws", resource = "" } = parseArn(arn) ?? {};
  return `arn:${partition}:sts::${account}:assumed-role/${resource.split("/").at(-1)}/${session}`;
}

/** The context with the keys that AWS derives from the principal and the resource; what was given stays. */
export function fullContext(request: EvaluationRequest): RequestContext {
  const owner = request.resource === "*" ? undefined : resourceAccountOf(request);
  const known = new Map<string, readonly string[] | undefined>([
    ...derivedKeys(request.principal),
    ...(owner === undefined ? [] : [["aws:resourceaccount", [owner]] as const]),
    ...request.context,
  ]);
  return request.complete ? { has: () => true, get: (key) => known.get(key) } : known;
}

function derivedKeys(principal: Principal): readonly (readonly [string, readonly string[] | undefined])[] {
  if (principal.kind === "anonymous")
    return [
      ["aws:principalaccount", ["anonymous"]],
      ["aws:principaltype", ["Anonymous"]],
      ["aws:userid", ["anonymous"]],
      ...["aws:principalarn", "aws:principalorgid", "aws:username", "aws:principalisawsservice"].map(missing),
    ];
  if (principal.kind === "service")
    return [
      ["aws:principalisawsservice", ["true"]],
      ["aws:principalservicename", [principal.service]],
      ...["aws:username", "aws:principalorgid"].map(missing),
    ];
  if (principal.kind === "web-or-saml") return [missing("aws:username")];
  return [
    ["aws:principalarn", [principal.arn]],
    ["aws:principalaccount", [principal.account]],
    ["aws:principalisawsservice", ["false"]],
    ["aws:principaltype", [types[principal.kind]]],
    ["aws:username", principal.kind === "user" ? [principal.name] : undefined],
    ...(principal.kind === "root" ? [["aws:userid", [principal.account]] as const] : []),
    ...["aws:principalservicename", "aws:principalservicenameslist"].map(missing),
    ...["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"].map(missing),
  ];
}

const types = {
  user: "User",
  role: "AssumedRole",
  "federated-user": "FederatedUser",
  root: "Account",
} as const;

function missing(key: string): readonly [string, undefined] {
  return [key, undefined];
}
