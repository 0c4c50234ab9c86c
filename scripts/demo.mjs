// The main job, shown: a real MCP client launches the built server over stdio, as an agent's configuration
// does, and prints what the agent gets.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const program = join(dirname(fileURLToPath(import.meta.url)), "../dist/main.js");
const client = new Client({ name: "demo", version: "1.0.0" });
await client.connect(
  new StdioClientTransport({ command: process.execPath, args: [program], stderr: "inherit" }),
);

/** What a person wants to see of the answers; the agent gets all of it as JSON. */
const renderers = {
  search_facts: ({ verdict, results, hint }) =>
    [
      `verdict: ${verdict}`,
      ...results.map(
        ({ title, statement, status, verifiedOn, sources }) =>
          `- ${title} [${status}, verified on ${verifiedOn}]\n  ${statement}\n  ${sources[0]?.url}`,
      ),
      hint ? `hint: ${hint}` : "",
    ].join("\n"),
  get_fact: ({ statement, misconception, changed, sources }) =>
    [
      statement,
      `often said instead: ${misconception}`,
      changed
        ? `older documentation: ${changed.before} (changed ${changed.since ?? "on an unknown day"})`
        : "",
      ...sources.map(
        ({ url, section, mustMention }) =>
          `source: ${url}, ${section}\n  look for: ${mustMention.join(" | ")}`,
      ),
    ].join("\n"),
  check_policy: ({ policyType, summary, findings }) =>
    [
      `${policyType} policy: ${JSON.stringify(summary)}`,
      ...findings.map(
        ({ findingType, issueCode, at, findingDetails, excerpt, fix, facts }) =>
          `\n${findingType} ${issueCode} at ${at}\n${excerpt.replace(/^/gm, "    ")}\n  ${findingDetails}\n  fix: ${fix}${facts.length > 0 ? `\n  facts: ${facts.join(", ")}` : ""}`,
      ),
    ].join("\n"),
  lookup_iam: ({ exists, name: asked, closest }) =>
    `${asked} exists: ${exists}; closest: ${closest.join(", ")}`,
};

const { name, version } = client.getServerVersion() ?? {};
const { tools } = await client.listTools();
say(`Connected to ${name} ${version} over stdio. Tools: ${tools.map((tool) => tool.name).join(", ")}`);

await show("An agent asks before it answers from memory", "search_facts", {
  query: "Which STS operations can I call with credentials from GetSessionToken?",
  limit: 2,
});
await show("It reads the fact that answers", "get_fact", { id: "sts-getsessiontoken-restrictions" });
await show("It checks a policy before it ships", "check_policy", {
  policy: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["ec2:CreateTags", "ec2:RunInstance"],
      "Resource": "*",
      "Condition": { "ForAllValues:StringEquals": { "aws:TagKeys": ["team", "stage"] } }
    }
  ]
}`,
});
await show("It looks up a name that it is not sure of", "lookup_iam", { name: "s3:GetObjekt" });
await show("It asks something that nobody verified, and is told so", "search_facts", {
  query: "How much memory can a Lambda function have?",
  limit: 1,
});
await client.close();

async function show(title, tool, args) {
  say(`\n${title}\n${"─".repeat(title.length)}\n> ${tool} ${JSON.stringify(args).slice(0, 160)}`);
  const { structuredContent, isError, content } = await client.callTool({ name: tool, arguments: args });
  if (isError) throw new Error(`${tool} failed: ${JSON.stringify(content)}`);
  say(renderers[tool](structuredContent));
}

function say(text) {
  console.log(text);
}
