import { type Catalog, type Service, splitAction } from "../catalog/catalog.ts";
import { hasWildcard } from "../glob.ts";
import type { JsonString } from "../parse/json-tree.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  issueCode: "RESOURCE_MATCHES_NO_ACTION_SERVICE",
  findingType: "SUGGESTION",
  title: "Resource matches no service of its statement",
  origin: "iam-pitfalls",
  appliesTo: ["identity", "permissions-boundary"],
  why: "A resource of a service of which the statement has no action is never asked for: it grants nothing and protects nothing. Policy summaries show it under every service of the statement.",
  fix: "Remove the resource, or add the actions on it that were meant.",
  facts: ["policy-summary-multi-service"],
  examples: {
    bad: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["codebuild:*", "codecommit:*"], "Resource": ["arn:aws:codebuild:eu-west-1:111122223333:project/p", "arn:aws:codecommit:eu-west-1:111122223333:r", ⟦"arn:aws:s3:::b/*"⟧] } ] }`,
    },
    good: {
      policy: `{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Action": ["codebuild:*", "codecommit:*"], "Resource": ["arn:aws:codebuild:eu-west-1:111122223333:project/p", "arn:aws:codecommit:eu-west-1:111122223333:r"] } ] }`,
    },
  },

  *check(policy, { catalog }) {
    for (const { action, resource } of policy.statements) {
      const services = action && servicesOf(action.values, catalog);
      if (!services || services.size === 0) continue;
      for (const value of resource?.values ?? []) {
        const service = arnService(value.value);
        if (service === undefined || isAmong(service, services)) continue;
        yield {
          at: value,
          message: `No action of this statement belongs to ${service}, so that this resource never counts.`,
        };
      }
    }
  },
});

/**
 * The services whose ARNs can count for these actions: their own, and those of the resource types that the
 * reference gives for their services. Undefined where the actions can be of
 * any service, of one we do not know, or of one without resources of its own (which works on those of others).
 */
function servicesOf(actions: readonly JsonString[], catalog: Catalog): ReadonlySet<string> | undefined {
  const prefixes = new Set(actions.map(({ value }) => splitAction(value).prefix.toLowerCase()));
  const found = new Set<string>();
  for (const prefix of prefixes) {
    const service = hasWildcard(prefix) ? undefined : catalog.service(prefix);
    if (!service || service.resources.length === 0) return undefined;
    found.add(prefix);
    found.add(renamed.get(prefix) ?? prefix);
    for (const name of servicesInArns(service)) found.add(name);
  }
  return found;
}

const namedByService = new WeakMap<Service, ReadonlySet<string>>();

/** The services that the ARNs of a service's resource types name. */
function servicesInArns(service: Service): ReadonlySet<string> {
  const known = namedByService.get(service);
  if (known) return known;
  const named = new Set(service.resources.map(({ arn }) => arnService(arn) ?? service.prefix));
  namedByService.set(service, named);
  return named;
}

/** Services whose resources have a new name in their ARNs, while the old prefix of the actions lives on. */
const renamed: ReadonlyMap<string, string> = new Map([["codestar-connections", "codeconnections"]]);

/** Siblings (`redshift`, `redshift-serverless`) work on each other's resources. */
function isAmong(service: string, services: ReadonlySet<string>): boolean {
  if (services.has(service)) return true;
  return [...services].some((other) => other.startsWith(`${service}-`) || service.startsWith(`${other}-`));
}

/** The service field of an ARN, if it is written out. */
function arnService(arn: string): string | undefined {
  const [start, , service = ""] = arn.split(":", 3);
  return start === "arn" && /^[a-z0-9-]{1,60}$/.test(service) ? service : undefined;
}
