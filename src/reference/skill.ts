import type { Fact } from "../knowledge/fact.ts";
import { type Topic, topics } from "../knowledge/topics.ts";
import { markdownTable } from "./markdown-table.ts";

/** The folder of the skill, which has to be its name. */
export const skillName = "aws-iam-pitfalls";

/** The corrections that the skill began with: its first page holds them whole, and of what changed the titles. */
export const leadingFacts: readonly string[] = [
  "cloudtrail-handshake-acting-account",
  "cloudtrail-consolelogin-region",
  "sts-getsessiontoken-restrictions",
  "sts-assumerole-opt-in-region",
  "sts-role-chaining-one-hour",
  "organizations-suspended-account-removal",
  "organizations-policy-delegation",
  "organizations-ai-opt-out-management-account",
  "organizations-listpolicies-types",
  "sdk-organizations-duplicate-attachment",
  "sdk-boto3-accesskey-methods",
  "sdk-instance-profile-propagation",
  "iam-managed-policy-version-limit",
  "saml-encrypted-assertions-url",
  "saml-private-key-pem",
  "policy-forallvalues-vacuous-truth",
  "policy-resource-based-user-arn-boundary",
  "policy-iam-escalation-actions",
  "policy-passrole-wildcard-escalation",
  "mfa-unassigned-virtual-device-deleted",
  "mfa-resync-only-notaction",
  "sigv4-incompletesignature-hash",
  "redshift-serverless-trust-principals",
  "oidc-thumbprint-optional",
  "policy-summary-multi-service",
];

const description =
  "Verified corrections for what AI agents get wrong about AWS IAM: STS sessions and chaining, Organizations, SCPs and RCPs, policy evaluation, condition keys, permissions boundaries, SAML and OIDC federation, MFA, SigV4, IAM Identity Center, KMS and S3 policies, CloudTrail, quotas, exact API, exception and field names. Use before you state a limit, a default, an exact name or an edge-case behavior of AWS IAM, and when you write or review an IAM policy.";

const about = [
  "Each line is one fact that was checked against AWS's documentation, with the page that proves it. This is not a comprehensive IAM guide: for all else, read the documentation.",
  "Check limits, quotas, exact API names and edge cases against official documentation rather than memory, and fetch a known documentation URL rather than search broadly. Where the two conflict, official documentation wins over memory, and over a line here.",
];

const more = [
  "The MCP server `iam-pitfalls-mcp` knows more of each fact:",
  "- `search_facts` finds facts by a question, a name or an error message, and says so when there is none.",
  "- `get_fact` with an id of this list: what is usually said instead, details, examples, what older documentation said.",
  "- `verify_fact` reads the sources anew; `fetch_doc` brings a documentation page as Markdown.",
  "- `check_policy` checks a policy for these pitfalls; `lookup_iam` says whether an action or condition key exists.",
].join("\n");

/** `SKILL.md`: how to use the skill, the facts that matter most, and where the others stand. Agents load it whole: it stays short. */
export function skillPage(facts: readonly Fact[]): string {
  const used = topicsOf(facts);
  const leading = facts.filter(({ id }) => leadingFacts.includes(id));
  const changed = facts.filter((fact) => fact.changed && !leading.includes(fact));
  const rows = used.map((topic) => [
    `[${topic}](${topicFile(topic)})`,
    topics[topic],
    String(facts.filter((fact) => fact.topic === topic).length),
  ]);
  return joinBlocks([
    ["---", `name: ${skillName}`, `description: ${JSON.stringify(description)}`, "---"].join("\n"),
    "# AWS IAM pitfalls",
    ...about,
    "## How to get more",
    more,
    `## The most wanted of ${facts.length} facts`,
    ...topicsOf(leading).map((topic) => `### ${topic}\n\n${factLines(leading, topic)}`),
    "## Changed since older documentation",
    "What was true on older pages and is not any more. The whole of each stands on the page of its topic.",
    changed.toSorted(byTopicAndId).map(titleLine).join("\n"),
    "## All facts, by topic",
    markdownTable(["file", "what it holds", "facts"], rows),
  ]);
}

/** `references/<topic>.md`: every fact of a topic. */
export function skillTopicPage(topic: Topic, facts: readonly Fact[]): string {
  return joinBlocks([`# ${topic}`, `${topics[topic]}.`, factLines(facts, topic)]);
}

/** Where the page of a topic stands below the skill's folder. */
export function topicFile(topic: Topic): string {
  return `references/${topic}.md`;
}

/** The topics that have facts, in the order of their list. */
export function topicsOf(facts: readonly Fact[]): Topic[] {
  const found = new Set(facts.map(({ topic }) => topic));
  return Object.keys(topics).filter((topic): topic is Topic => [...found].some((used) => used === topic));
}

function factLines(facts: readonly Fact[], topic: Topic): string {
  return facts
    .filter((fact) => fact.topic === topic)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(factLine)
    .join("\n");
}

function byTopicAndId(a: Fact, b: Fact): number {
  return a.topic.localeCompare(b.topic, "en") || a.id.localeCompare(b.id, "en");
}

function titleLine({ id, title, topic }: Fact): string {
  return `- ${quoteMarkup(title)} (\`${id}\`, [${topic}](${topicFile(topic)}))`;
}

function factLine(fact: Fact): string {
  const [source] = fact.sources.filter(({ role }) => role === "primary");
  const link = source && `[source](${source.url}${source.anchor ? `#${source.anchor}` : ""})`;
  const before = fact.changed && `Before${since(fact.changed.since)}: ${fact.changed.before}`;
  const claim = [fact.statement, before].filter(Boolean).join(" ");
  return `- ${quoteMarkup(claim)} (${[`\`${fact.id}\``, link].filter(Boolean).join(", ")})`;
}

function since(day: string | undefined): string {
  return day === undefined ? "" : ` ${day}`;
}

/** Words with characters that Markdown would swallow (`arn:aws:iam::*:root`) become code, so they can be copied as they are. */
function quoteMarkup(text: string): string {
  return text.replace(/[^\s`(]*[*<][^\s`]*?(?=[),.;:]*(?:\s|$))/g, (word) => `\`${word}\``);
}

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
