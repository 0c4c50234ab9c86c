import * as z from "zod";
import { type Finding, findingTypes, type Report } from "../../policy/finding.ts";
import { policyTypes } from "../../policy/model.ts";
import { type PrincipalReport, principalDocumentTypes } from "../../policy/principal/check-principal.ts";
import { resourceLinks } from "../../reference/page-links.ts";
import { UserError } from "../../user-error.ts";
import { defineTool } from "../tool.ts";

const Position = z.strictObject({
  line: z.number().describe("From 1"),
  column: z.number().describe("From 0"),
  offset: z.number().describe("From 0, in the checked text"),
});
const Span = z.strictObject({ start: Position, end: Position.describe("Exclusive") });
const PathElement = z.strictObject({
  value: z.string().optional(),
  index: z.number().optional(),
  key: z.string().optional(),
  substring: z.strictObject({ start: z.number(), length: z.number() }).optional(),
});

const FindingSchema = z.strictObject({
  findingType: z.enum(findingTypes),
  issueCode: z.string(),
  title: z.string(),
  findingDetails: z.string(),
  locations: z.array(z.strictObject({ path: z.array(PathElement), span: Span })),
  at: z.string().describe("First location: path (line:column), both from 1"),
  excerpt: z.string().describe("The line with a caret below the place"),
  facts: z.array(z.string()).describe("Facts behind the finding: read them with get_fact"),
  links: z
    .array(z.string())
    .describe("Resources to read next: the page of the check, of its facts, of the open escalation paths"),
  fix: z.string(),
  edits: z
    .array(z.strictObject({ span: Span, newText: z.string() }))
    .optional()
    .describe("A mechanical remedy: replacements in the checked text"),
  withdraws: z
    .array(z.string())
    .optional()
    .describe("Actions that the edits take away: ask whether they are needed before you apply them"),
  learnMoreLink: z.string().optional(),
  origin: z.enum(["access-analyzer", "iam-pitfalls"]),
});

const PolicyInput = z.union([z.string().min(1).max(4_000_000), z.record(z.string(), z.unknown())], {
  error: "give the policy document, as its JSON text or as an object",
});

/** What the documents of a principal come to together. */
const PrincipalSchema = z.strictObject({
  administrator: z.boolean().describe("Everything is allowed already"),
  paths: z
    .array(
      z.strictObject({
        id: z.string(),
        issueCode: z.string(),
        title: z.string(),
        certainty: z.enum(["certain", "conditional"]),
        conditions: z.array(z.string()).describe("Condition keys that decide"),
        permissions: z.array(
          z.strictObject({
            action: z.string(),
            document: z.number().describe("0 is `policy`, 1 the first of `documents`"),
            at: z.string(),
          }),
        ),
        prerequisites: z.array(z.string()),
        fix: z.string(),
        facts: z.array(z.string()),
        links: z.array(z.string()).describe("Resources: the page of the path, of its check and of its facts"),
      }),
    )
    .describe("Escalation paths that are open, the gravest first"),
  closed: z.array(z.string()).describe("Paths that a boundary, SCP or session policy closes"),
  unreadable: z.array(z.number()).describe("Documents that are no policy, left out"),
});

/** Paths of a principal that are listed; a principal with more of them is an administrator in all but name. */
const MAX_PATHS = 12;

/** Findings and their places beyond this size are counted, not listed: clients refuse larger results. */
const MAX_LISTED_CHARACTERS = 14_000;
const MAX_CORRECTED_CHARACTERS = 4000;
const MAX_LOCATIONS = 20;

export default defineTool({
  name: "check_policy",
  title: "Check an AWS IAM policy",
  description: [
    "Checks an IAM policy document offline: what AWS IAM Access Analyzer's ValidatePolicy reports (same issue codes and paths), plus pitfalls that it does not see, such as ForAllValues without a Null check and privilege escalation. No account, no credentials, nothing leaves this machine.",
    "",
    "Use it on every policy that you write, change or review, before it ships: identity policies, resource policies, trust policies, SCPs, RCPs and permissions boundaries. Wrapped and URL-encoded documents as APIs return them are unwrapped.",
    "",
    "Each finding says what is wrong, where (path, line and column), why (facts), and how to fix it. No findings of type ERROR or SECURITY_WARNING is a good sign, not a proof: the tool does not know your account.",
  ].join("\n"),
  input: z.strictObject({
    policy: PolicyInput.describe(
      "The policy document, as JSON text (best: positions refer to it) or as an object",
    ),
    policyType: z
      .enum(policyTypes)
      .optional()
      .describe("Worked out from the document if missing; SCPs, RCPs and boundaries have to be named"),
    resourceType: z
      .string()
      .max(100)
      .optional()
      .describe("CloudFormation type that a resource policy is attached to, such as AWS::S3::Bucket"),
    documents: z
      .array(
        z.strictObject({
          policy: PolicyInput,
          policyType: z.enum(principalDocumentTypes),
          level: z
            .string()
            .max(100)
            .optional()
            .describe("Of an SCP: the root, OU or account it is attached to"),
        }),
      )
      .max(100)
      .optional()
      .describe(
        "Further documents that apply to the same user or role: `principal` in the answer judges all together",
      ),
  }),
  output: z.strictObject({
    policyType: z.enum(policyTypes),
    inferred: z.boolean().describe("Whether the type was worked out from the document"),
    unwrapped: z.string().optional().describe("Which wrapper was taken off"),
    summary: z.strictObject({
      ERROR: z.number(),
      SECURITY_WARNING: z.number(),
      WARNING: z.number(),
      SUGGESTION: z.number(),
    }),
    findings: z.array(FindingSchema).describe("In the order of the text"),
    correctedPolicy: z
      .string()
      .optional()
      .describe("The document with every mechanical fix applied, what `withdraws` names included"),
    omitted: z.string().optional().describe("What was left out of this answer, and how to get it"),
    dataAsOf: z.string().describe("Day of the list of actions and condition keys"),
    principal: PrincipalSchema.optional().describe("Given with `documents`"),
  }),
  argumentAliases: {
    policyDocument: "policy",
    policy_document: "policy",
    document: "policy",
    policyText: "policy",
    policy_type: "policyType",
    type: "policyType",
    resource_type: "resourceType",
  },
  openWorld: false,

  async run({ policy, policyType, resourceType, documents }, app) {
    const [{ checkPolicy }, data] = await Promise.all([import("../../policy/check.ts"), app.ruleData()]);
    const text = asText(policy);
    const report = checkPolicy({ policy: text, policyType, resourceType }, data);
    if (!documents) return fitReport(report);
    if (report.policyType !== "identity")
      throw new UserError("With `documents`, `policy` has to be an identity policy of the principal.");
    const { checkPrincipal } = await import("../../policy/principal/check-principal.ts");
    const all = documents.map((document) => ({ ...document, policy: asText(document.policy) }));
    const principal = checkPrincipal([{ policy: text, policyType: "identity" }, ...all], data);
    return { ...fitReport(report, MAX_LISTED_CHARACTERS / 2), principal: fitPrincipal(principal) };
  },
});

function fitPrincipal({ administrator, paths, closed, unreadable }: PrincipalReport) {
  return {
    administrator,
    paths: paths.slice(0, MAX_PATHS).map((path) => ({
      ...path,
      conditions: path.conditions.slice(0, MAX_PATHS),
      permissions: [...path.permissions],
      prerequisites: [...path.prerequisites],
      facts: [...path.facts],
      links: [
        resourceLinks.escalation(path.id),
        resourceLinks.check(path.issueCode),
        ...path.facts.map(resourceLinks.fact),
      ],
    })),
    closed: [...closed],
    unreadable: [...unreadable],
  };
}

/** An object is checked as two-space JSON, the form in which people would write it. */
function asText(policy: string | Record<string, unknown>): string {
  if (typeof policy === "string") return policy;
  try {
    return JSON.stringify(policy, null, 2);
  } catch {
    throw new UserError("The policy object is nested too deeply to be read: give the document as JSON text.");
  }
}

/** The report as the tool answers it, cut to a size that every client takes. */
export function fitReport({ text: _, ...report }: Report, maxCharacters = MAX_LISTED_CHARACTERS) {
  const corrected = report.correctedPolicy ?? "";
  const tooLong = corrected.length > MAX_CORRECTED_CHARACTERS;
  const { correctedPolicy: __, ...rest } = report;
  const findings = listed(report.findings, maxCharacters);
  const found = Object.values(report.summary).reduce((sum, count) => sum + count, 0);
  const omitted = [
    findings.length < found &&
      `${found - findings.length} of ${found} findings are counted in the summary but not listed: fix the listed ones and check again.`,
    tooLong && "The corrected policy is too long for this answer: apply the edits of the findings.",
  ].filter((part) => part !== false);
  return {
    ...rest,
    findings,
    ...(corrected !== "" && !tooLong && { correctedPolicy: corrected }),
    ...(omitted.length > 0 && { omitted: omitted.join(" ") }),
  };
}

/** As many findings as fit, the gravest first, given in the order of the text. */
function listed(findings: readonly Finding[], maxCharacters: number) {
  const byGravity = findings
    .map((finding, index) => ({ finding, index }))
    .sort(
      (a, b) =>
        findingTypes.indexOf(a.finding.findingType) - findingTypes.indexOf(b.finding.findingType) ||
        a.index - b.index,
    );
  let left = maxCharacters;
  const chosen = new Set<number>();
  for (const { finding, index } of byGravity) {
    left -= JSON.stringify(toOutput(finding)).length;
    if (left < 0 && chosen.size > 0) break;
    chosen.add(index);
  }
  return findings.filter((_, index) => chosen.has(index)).map(toOutput);
}

function toOutput({ locations, edits, withdraws, escalationPaths = [], ...finding }: Finding) {
  return {
    ...finding,
    locations: locations.slice(0, MAX_LOCATIONS).map(({ path, span }) => ({ path: [...path], span })),
    facts: [...finding.facts],
    links: [
      resourceLinks.check(finding.issueCode),
      ...finding.facts.map(resourceLinks.fact),
      ...escalationPaths.slice(0, MAX_PATHS).map(resourceLinks.escalation),
    ],
    ...(withdraws && { withdraws: [...withdraws] }),
    ...(edits && { edits: edits.slice(0, MAX_LOCATIONS).map((edit) => ({ ...edit })) }),
  };
}
