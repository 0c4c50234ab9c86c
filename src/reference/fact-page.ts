import { type Fact, factUri } from "../knowledge/fact.ts";
import { type Topic, topics } from "../knowledge/topics.ts";
import { type Citations, MAX_CITING_PATHS } from "./citations.ts";
import { resourceLinks, SCHEME } from "./page-links.ts";

/** A fact as a page: what the resource `iam-pitfalls://facts/{id}` holds and the command line prints. */
export function factPage(fact: Fact, citations: Citations): string {
  const blocks = [
    `# ${fact.title}`,
    fact.statement,
    `**Often said instead (wrong):** ${fact.misconception}`,
    fact.changed &&
      `**Older documentation:** ${fact.changed.before}${fact.changed.since ? ` Changed: ${fact.changed.since}.` : ""}`,
    fact.details,
    fact.notes && `**Notes:** ${fact.notes}`,
    ["## Sources", "", ...fact.sources.map(renderSource)].join("\n"),
    [
      `Status: ${fact.status}. Verified on ${fact.verifiedOn}. Topic: ${fact.topic}. Id: ${fact.id}`,
      fact.team && "From the team's own folder: not verified by this project.",
      fact.related.length > 0 && `Related: ${linked(fact.related, resourceLinks.fact)}`,
      ...renderCitations(citations),
    ]
      .filter(Boolean)
      .join("  \n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function renderCitations({ checks, escalationPaths }: Citations): (string | false)[] {
  const codes = checks.map(({ issueCode }) => issueCode);
  const ids = escalationPaths.map(({ id }) => id);
  const rest = ids.length - MAX_CITING_PATHS;
  const more = rest > 0 ? ` and ${rest} more of [all paths](${SCHEME}escalation)` : "";
  return [
    codes.length > 0 && `Checks that cite it: ${linked(codes, resourceLinks.check)}`,
    ids.length > 0 &&
      `Escalation paths that belong to it: ${linked(ids.slice(0, MAX_CITING_PATHS), resourceLinks.escalation)}${more}`,
  ];
}

function linked(names: readonly string[], link: (name: string) => string): string {
  return names.map((name) => `[${name}](${link(name)})`).join(", ");
}

function renderSource({ url, title, section, anchor, seenOn, mustMention }: Fact["sources"][number]): string {
  const link = `[${title ?? url}](${url}${anchor ? `#${anchor}` : ""})`;
  const terms = mustMention.map((term) => `"${term}"`).join(", ");
  return `- ${link}${section ? `, ${section}` : ""} (seen on ${seenOn}; look for ${terms})`;
}

/** All facts as JSON: what the resource `iam-pitfalls://facts` holds. */
export function factIndex(facts: readonly Fact[]): string {
  const rows = facts.map(({ id, title, topic, status, verifiedOn }) => ({
    id,
    title,
    topic,
    status,
    verifiedOn,
    uri: factUri(id),
  }));
  return JSON.stringify({ count: rows.length, facts: rows }, null, 1);
}

export function topicPage(topic: Topic, facts: readonly Fact[]): string {
  const members = facts.filter((fact) => fact.topic === topic);
  return `# ${topic}\n\n${topics[topic]}.\n\n${renderList(members)}\n`;
}

export function changesPage(changes: readonly Fact[]): string {
  const items = changes.map(({ id, statement, changed }) =>
    [
      `- **${changed?.since ?? "date unknown"}** ${statement}`,
      `  Before: ${changed?.before ?? ""} (${id})`,
    ].join("\n"),
  );
  return ["# What changed since older documentation", "", ...items, ""].join("\n");
}

function renderList(facts: readonly Fact[]): string {
  return facts.map(({ id, statement }) => `- ${statement} (${id})`).join("\n");
}
