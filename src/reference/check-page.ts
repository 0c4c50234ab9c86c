import { documentedChecks } from "../policy/documented-codes.ts";
import { notDecidable } from "../policy/not-decidable.ts";
import { retiredChecks } from "../policy/retired-codes.ts";
import { citedFacts, type Example, kebab, learnMoreLink, type Rule } from "../policy/rule.ts";
import { markdownTable } from "./markdown-table.ts";
import type { PageLinks } from "./page-links.ts";

/** The name of a check's file below `docs/checks`. */
export function checkFile(issueCode: string): string {
  return `${kebab(issueCode)}.md`;
}

/** A check as a page: the resource `iam-pitfalls://checks/{issueCode}` and the file in `docs/checks`. */
export function checkPage(rule: Rule, links: PageLinks): string {
  const { bad, good } = rule.examples;
  const facts = citedFacts(rule);
  const origin =
    rule.origin === "access-analyzer"
      ? `AWS documents this check: [${rule.issueCode}](${learnMoreLink(rule.findingType, rule.issueCode)}).`
      : "A check of this project; AWS IAM Access Analyzer does not report it.";
  const blocks = [
    `# ${rule.title}`,
    `\`${rule.issueCode}\` · ${rule.findingType} · policy types: ${rule.appliesTo.join(", ")} · origin: ${rule.origin}`,
    rule.why,
    `**What to do:** ${rule.fix}`,
    `## Flagged\n\n${renderExample(bad)}`,
    `## Not flagged\n\n${renderExample(good)}`,
    facts.length > 0 && `Facts: ${facts.map((id) => `[${id}](${links.fact(id)})`).join(", ")}`,
    origin,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

/** A documented check without a rule as a page: why there is none. Undefined for any other code. */
export function reasonPage(issueCode: string): string | undefined {
  const entry = [...notDecidable, ...retiredChecks].find((each) => each.issueCode === issueCode);
  return (
    entry &&
    `# ${issueCode}\n\nAWS documents or documented this check; no rule here makes it. ${entry.reason}\n`
  );
}

/** All checks in a table, and what became of the documented checks that have no rule. */
export function checkIndex(rules: readonly Rule[], links: PageLinks): string {
  const rows = rules
    .toSorted((a, b) => (a.issueCode < b.issueCode ? -1 : 1))
    .map(({ issueCode, title, findingType, origin, appliesTo }) => [
      `[\`${issueCode}\`](${links.check(issueCode)})`,
      title,
      findingType,
      origin,
      appliesTo.join(", "),
    ]);
  const mirrored = rules.filter(({ origin }) => origin === "access-analyzer").length;
  const blocks = [
    "# Policy checks",
    `${rules.length} checks. ${mirrored} of them mirror the ${documentedChecks.length} that AWS documents for IAM Access Analyzer, under AWS's own codes (origin \`access-analyzer\`); the others are this project's (origin \`iam-pitfalls\`).`,
    markdownTable(["Check", "Title", "Finding type", "Origin", "Policy types"], rows),
    "## Documented by AWS, without a rule here",
    markdownTable(["Check", "Reason"], reasons(notDecidable)),
    "## Retired",
    "Checks that AWS's page listed once. Nothing reports them any more.",
    markdownTable(["Check", "Reason"], reasons(retiredChecks)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function reasons(entries: readonly { readonly issueCode: string; readonly reason: string }[]): string[][] {
  return entries.map(({ issueCode, reason }) => [`\`${issueCode}\``, reason]);
}

function renderExample({ type, resourceType, policy }: Example): string {
  const text = policy.replaceAll(/[⟦⟧]/g, "");
  const context = [type && `policy type ${type}`, resourceType && `attached to ${resourceType}`].filter(
    Boolean,
  );
  const head = context.length > 0 ? `As ${context.join(", ")}:\n\n` : "";
  return `${head}\`\`\`json\n${prettyJson(text)}\n\`\`\``;
}

/** Examples of broken JSON stay as they are. */
function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
