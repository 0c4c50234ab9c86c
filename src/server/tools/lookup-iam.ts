import * as z from "zod";
import { factUri } from "../../knowledge/fact.ts";
import { factsAbout } from "../../knowledge/facts-about.ts";
import { type Lookup, lookupKinds } from "../../policy/catalog/lookup.ts";
import { defineTool } from "../tool.ts";

const ResourceTypeUse = z.strictObject({
  name: z.string(),
  arn: z.string().describe("ARN template"),
  required: z.boolean(),
});

export default defineTool({
  name: "lookup_iam",
  title: "Look up an exact IAM name",
  description: [
    "Looks up an IAM action, service prefix, condition key or resource type in AWS's service authorization data, offline, and says whether it exists.",
    "",
    "Use it before you write an action or condition key into a policy: invented names match nothing and fail silently. A wildcard (s3:Get*) is expanded; a misspelt or invented name gets the closest real ones (s3:GetObjekt -> s3:GetObject), the name of an API operation the action that permits it (s3:ListObjectsV2 -> s3:ListBucket); a bare name (PassRole) is looked for in every service.",
    "",
    "For an action it gives access level, resource types with ARN templates, condition keys and dependent actions; for a condition key its value type and whether it is multivalued.",
  ].join("\n"),
  input: z.strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(256)
      .describe("s3:GetObject, s3, aws:SourceArn, s3:Get*, PassRole, s3:bucket …"),
    kind: z.enum(lookupKinds).optional().describe("Worked out from the name if missing"),
  }),
  output: z.strictObject({
    exists: z.boolean(),
    kind: z.enum(lookupKinds),
    name: z.string().describe("In AWS's spelling if it exists"),
    details: z
      .strictObject({
        service: z.string().optional(),
        serviceName: z.string().optional(),
        accessLevels: z.array(z.string()).readonly().optional(),
        resourceTypes: z.array(ResourceTypeUse).readonly().optional(),
        conditionKeys: z.array(z.string()).readonly().optional(),
        dependentActions: z.array(z.string()).readonly().optional(),
        authorizedBy: z
          .string()
          .optional()
          .describe("The action that permits the API operation of this name, which is no action itself"),
        type: z.string().optional().describe("Value type of a condition key"),
        multivalued: z.boolean().optional(),
        global: z.boolean().optional(),
        arn: z.string().optional(),
        actions: z
          .array(z.string())
          .readonly()
          .optional()
          .describe("What a wildcard or bare name stands for"),
        count: z.number().optional().describe("How many there are, listed or not"),
        actionCount: z.number().optional(),
        resourceTypeCount: z
          .number()
          .optional()
          .describe("Types that the service has; those not listed are found by name"),
        alsoA: z.array(z.enum(lookupKinds)).readonly().optional(),
      })
      .optional(),
    facts: z
      .array(z.strictObject({ id: z.string(), title: z.string(), uri: z.string() }))
      .describe("Verified facts on what is often got wrong about the name: read them with get_fact"),
    closest: z.array(z.string()).readonly().describe("Nearest existing names, best first"),
    reference: z.string().describe("Where AWS documents the name"),
    dataAsOf: z.string().describe("Day of the data, YYYY-MM-DD"),
  }),
  argumentAliases: { action: "name", query: "name", key: "name", service: "name", type: "kind" },
  openWorld: false,

  async run({ name, kind }, app) {
    const [{ lookup }, catalog, { facts }] = await Promise.all([
      import("../../policy/catalog/lookup.ts"),
      app.catalog(),
      app.knowledge(),
    ]);
    const result = lookup(catalog, name, kind);
    const global = result.kind === "condition-key" && result.details?.global === true;
    return {
      ...result,
      facts: namesOf(result)
        .flatMap((known) => factsAbout(facts, known))
        .map(({ id, title }) => ({ id, title, uri: factUri(id) })),
      reference: global ? GLOBAL_KEYS_PAGE : ACTIONS_PAGE,
      dataAsOf: catalog.dataAsOf,
    };
  },
});

/** A bare name stands for the actions that have it, if they are few. */
function namesOf({ name, details }: Lookup): readonly string[] {
  const actions = details?.actions ?? [];
  return name.includes(":") || actions.length > MAX_NAMESAKES ? [name] : actions;
}

const MAX_NAMESAKES = 5;

const ACTIONS_PAGE =
  "https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html";
const GLOBAL_KEYS_PAGE =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";
