import * as z from "zod";
import { type Fact, factUri } from "../../knowledge/fact.ts";
import { nearNames } from "../../near-names.ts";
import { type Citations, MAX_CITING_PATHS } from "../../reference/citations.ts";
import { resourceLinks } from "../../reference/page-links.ts";
import { UserError } from "../../user-error.ts";
import { citations } from "../citations.ts";
import { defineTool } from "../tool.ts";

export default defineTool({
  name: "get_fact",
  title: "Read one verified fact",
  description:
    "Reads one verified AWS IAM fact whole: the claim, what agents usually say instead, details with examples, official sources with the section and the terms that prove it, when it was last checked, and what older documentation said. Ids come from search_facts and from the `facts` of check_policy findings.",
  input: z.strictObject({
    id: z.string().trim().min(1).max(200).describe("Such as sts-role-chaining-one-hour"),
  }),
  output: z.strictObject({
    id: z.string(),
    title: z.string(),
    topic: z.string(),
    statement: z.string(),
    misconception: z.string().describe("What an agent says who gets it wrong"),
    details: z.string().describe("Markdown"),
    sources: z.array(
      z.strictObject({
        url: z.string(),
        title: z.string().optional(),
        section: z.string().optional(),
        anchor: z.string().optional(),
        seenOn: z.string().describe("YYYY-MM-DD"),
        mustMention: z.array(z.string()).describe("Terms that stand in that section and carry the claim"),
      }),
    ),
    status: z
      .enum(["confirmed", "nuanced", "changed", "unconfirmed"])
      .describe(
        "nuanced: true under a condition that the statement or notes name; changed: older documentation said otherwise",
      ),
    changed: z
      .strictObject({ before: z.string(), since: z.string().optional() })
      .optional()
      .describe("What older documentation said, and since when it no longer does"),
    verifiedOn: z.string().describe("YYYY-MM-DD"),
    notes: z.string().optional().describe("Limits of the evidence"),
    related: z.array(z.string()).describe("Ids of neighbouring facts"),
    aliases: z.array(z.string()),
    citedBy: z
      .strictObject({
        checks: z.array(z.strictObject({ issueCode: z.string(), title: z.string(), uri: z.string() })),
        escalationPaths: z
          .array(z.strictObject({ id: z.string(), title: z.string(), uri: z.string() }))
          .describe(`At most ${MAX_CITING_PATHS}; iam-pitfalls://escalation lists all`),
        escalationPathCount: z.number(),
      })
      .optional()
      .describe("Checks of check_policy and escalation paths that rest on the fact, if any"),
    team: z.boolean().optional().describe("true: from the team's own folder, not verified by this project"),
    uri: z.string(),
  }),
  argumentAliases: { factId: "id", fact_id: "id", fact: "id", name: "id", uri: "id" },
  openWorld: false,

  async run({ id }, app) {
    const fact = await findFact(id, app);
    return describeFact(fact, await citations(fact.id, app));
  },
});

/** A fact by its id or its URI; an unknown one is an error that names the closest ids. */
export async function findFact(
  id: string,
  app: { knowledge(): Promise<{ fact(id: string): Fact | undefined; facts: readonly Fact[] }> },
): Promise<Fact> {
  const knowledge = await app.knowledge();
  const bare = id
    .trim()
    .replace(/^iam-pitfalls:\/\/facts\//, "")
    .toLowerCase();
  const fact = knowledge.fact(bare);
  if (fact) return fact;
  const ids = knowledge.facts.map((candidate) => candidate.id);
  const near = nearNames(bare, ids, { limit: 5, tolerance: 0.5, maxLength: 64 });
  throw new UserError(
    `There is no fact with this id.${near.length > 0 ? ` Closest ids: ${near.join(", ")}.` : ""} search_facts finds facts by what they say.`,
  );
}

export function describeFact(fact: Fact, cited?: Citations) {
  return {
    id: fact.id,
    title: fact.title,
    topic: fact.topic,
    statement: fact.statement,
    misconception: fact.misconception,
    details: fact.details,
    sources: fact.sources.map(({ url, title, section, anchor, seenOn, mustMention }) => ({
      url,
      ...(title !== undefined && { title }),
      ...(section !== undefined && { section }),
      ...(anchor !== undefined && { anchor }),
      seenOn,
      mustMention,
    })),
    status: fact.status,
    ...(fact.changed && {
      changed: {
        before: fact.changed.before,
        ...(fact.changed.since !== undefined && { since: fact.changed.since }),
      },
    }),
    verifiedOn: fact.verifiedOn,
    ...(fact.notes !== undefined && { notes: fact.notes }),
    related: [...fact.related],
    aliases: [...fact.aliases],
    ...(cited && describeCitations(cited)),
    ...(fact.team && { team: true }),
    uri: factUri(fact.id),
  };
}

function describeCitations({ checks, escalationPaths }: Citations) {
  if (checks.length + escalationPaths.length === 0) return {};
  return {
    citedBy: {
      checks: checks.map(({ issueCode, title }) => ({
        issueCode,
        title,
        uri: resourceLinks.check(issueCode),
      })),
      escalationPaths: escalationPaths
        .slice(0, MAX_CITING_PATHS)
        .map(({ id, title }) => ({ id, title, uri: resourceLinks.escalation(id) })),
      escalationPathCount: escalationPaths.length,
    },
  };
}
