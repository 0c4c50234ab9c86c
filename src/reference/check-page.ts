import { type Example, learnMoreLink, type Rule } from "../policy/rule.ts";

/** A check as a page: what the resource `iam-pitfalls://checks/{issueCode}` holds. */
export function checkPage(rule: Rule): string {
  const { bad, good } = rule.examples;
  const origin =
    rule.origin === "access-analyzer"
      ? `AWS documents this check: [${rule.issueCode}](${learnMoreLink(rule.findingType, rule.issueCode)}).`
      : "A check of this project; AWS IAM Access Analyzer does not report it.";
  const blocks = [
    `# ${rule.title}`,
    `\`${rule.issueCode}\` · ${rule.findingType} · policy types: ${rule.appliesTo.join(", ")}`,
    rule.why,
    `**What to do:** ${rule.fix}`,
    `## Flagged\n\n${renderExample(bad)}`,
    `## Not flagged\n\n${renderExample(good)}`,
    rule.facts.length > 0 && `Facts: ${rule.facts.join(", ")}`,
    origin,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
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
