import type { Policy } from "../../policy/model.ts";
import {
  AccountReview,
  type ReviewedPrincipal,
  type Standing,
} from "../../policy/principal/account-review.ts";
import { readDocument } from "../../policy/principal/read-document.ts";
import { UserError } from "../../user-error.ts";
import { readScp } from "../check/principal-inputs.ts";
import { type Command, readArguments } from "../command.ts";
import type { Terminal } from "../terminal.ts";
import { type Gaps, readPrincipals } from "./read-account.ts";

const usage = "FILE [--scp [LEVEL=]FILE…] [--json]";

export const principals: Command = {
  name: "principals",
  usage,
  summary:
    "Who can become administrator, by which hops: reads the output of aws iam get-account-authorization-details",

  async run(argv, { app, terminal }) {
    const { values, positionals } = readArguments(
      argv,
      { json: { type: "boolean" }, scp: { type: "string", multiple: true, default: [] } },
      `principals ${usage}`,
    );
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0)
      throw new UserError(`needs one file.\nUsage: principals ${usage}`);
    const review = new AccountReview(await app.ruleData(), await readScps(values.scp));
    const gaps: Gaps = { missing: new Set(), malformed: 0 };
    let count = 0;
    for await (const principal of readPrincipals(file, gaps)) {
      review.add(principal);
      count += 1;
      if (terminal.interactive && count % 100 === 0) terminal.progress(`${count} principals`);
    }
    if (terminal.interactive) terminal.progress("");
    const reviewed = review.report();
    if (values.json) terminal.json(JSON.stringify(toJson(reviewed, gaps), null, 2));
    else render(reviewed, terminal);
    note(gaps, terminal);
    return reviewed.some(({ standing }) => standing === "can-become") ? 1 : 0;
  },
};

/** SCPs by level; one that cannot be read would make the account look weaker or safer than it is. */
async function readScps(options: readonly string[]): Promise<readonly (readonly Policy[])[]> {
  const levels = new Map<string, Policy[]>();
  for (const option of options) {
    const { file, policy: text, level = "" } = await readScp(option);
    const policy = readDocument(text, "scp");
    if (!policy) throw new UserError(`${file} is no policy.`);
    levels.set(level, [...(levels.get(level) ?? []), policy]);
  }
  return [...levels.values()];
}

function toJson(reviewed: readonly ReviewedPrincipal[], { missing, malformed }: Gaps) {
  return { counts: countAll(reviewed), principals: reviewed, missingPolicies: [...missing], malformed };
}

function countAll(reviewed: readonly ReviewedPrincipal[]): Record<Standing, number> {
  const counts = { "can-become": 0, "might-become": 0, administrator: 0, limited: 0 };
  for (const { standing } of reviewed) counts[standing] += 1;
  return counts;
}

const words: Readonly<Record<Standing, string>> = {
  "can-become": "can become administrator",
  "might-become": "might become administrator, if conditions hold",
  administrator: "is administrator",
  limited: "cannot become administrator by the policies of this file",
};

/** Hops of one chain that people are shown; JSON has all of them. */
const MAX_HOPS = 8;

function render(reviewed: readonly ReviewedPrincipal[], terminal: Terminal): void {
  for (const { arn, standing, chain, paths } of reviewed) {
    if (standing === "limited") continue;
    const colour = standing === "can-become" ? "red" : "yellow";
    terminal.out(`${terminal.style("bold", arn)} ${terminal.style(colour, words[standing])}`);
    const hops = chain.map(({ to, by }) => `  -> ${to} (${by})`);
    const more = hops.length - MAX_HOPS;
    const shown = more > 1 ? [...hops.slice(0, MAX_HOPS - 1), `  … ${more} more`, ...hops.slice(-1)] : hops;
    if (shown.length > 0) terminal.out(shown.join("\n"));
    if (standing !== "administrator" && paths.length > 0)
      terminal.out(
        terminal.style(
          "dim",
          `  open paths: ${paths.slice(0, 8).join(", ")}${paths.length > 8 ? `, ${paths.length - 8} more` : ""}`,
        ),
      );
  }
  const counts = countAll(reviewed);
  terminal.out(
    `${reviewed.length} principals: ${counts["can-become"]} can become administrator, ${counts["might-become"]} might, ${counts.administrator} are, ${counts.limited} cannot.`,
  );
}

function note({ missing, malformed }: Gaps, terminal: Terminal): void {
  if (missing.size > 0)
    terminal.note(
      `${missing.size} attached policies are not in the file and were left out: run the export without --filter.`,
    );
  if (malformed > 0)
    terminal.note(`${malformed} entries are not of the form that AWS writes and were left out.`);
}
