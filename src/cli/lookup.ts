import lookupIam from "../server/tools/lookup-iam.ts";
import { UserError } from "../user-error.ts";
import { type Command, readArguments, readToolInput } from "./command.ts";

const usage = "lookup <name> [--kind action|service|condition-key|resource-type] [--json]";

export const lookup: Command = {
  name: "lookup",
  usage: "<name> [--kind action|service|condition-key|resource-type] [--json]",
  summary: "An IAM action, service, condition key or resource type by exact or near name",

  async run(argv, { app, terminal }) {
    const { values, positionals } = readArguments(
      argv,
      { json: { type: "boolean" }, kind: { type: "string" } },
      usage,
    );
    const name = positionals.join(" ");
    if (name.trim() === "") throw new UserError(`needs one name.\nUsage: ${usage}`);
    const args = readToolInput(
      lookupIam,
      { name, ...(values.kind !== undefined && { kind: values.kind }) },
      usage,
    );
    const answer = await lookupIam.run(args, app, {});
    if (values.json) {
      terminal.json(JSON.stringify(answer, null, 2));
      return 0;
    }
    const { exists, kind, details, facts, closest, dataAsOf } = answer;
    terminal.out(
      exists
        ? `${terminal.style("green", "exists")}: ${terminal.style("bold", answer.name)} (${kind})`
        : `${terminal.style("red", "does not exist")}: ${answer.name} (${kind})`,
    );
    for (const near of closest) terminal.out(`  closest: ${near}`);
    for (const [label, value] of Object.entries(details ?? {}))
      terminal.out(`  ${label}: ${renderValue(value)}`);
    for (const { id, title } of facts) terminal.out(`  fact ${id}: ${title}`);
    terminal.out(terminal.style("dim", `  data as of ${dataAsOf}`));
    return 0;
  },
};

function renderValue(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const items = value.map((item: unknown) =>
    typeof item === "object" && item !== null ? Object.values(item).map(String).join(" ") : String(item),
  );
  return items.length > 3 ? items.map((item) => `\n    ${item}`).join("") : items.join(", ") || "none";
}
