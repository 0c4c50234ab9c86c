import { clientConfigs, renderConfig } from "./client-configs.ts";
import { markdownTable } from "./markdown-table.ts";

interface ToolHead {
  readonly name: string;
  readonly description: string;
}

/** The table of tools in the README: the name, and the first sentence of what a model reads. */
export function toolsTable(tools: readonly ToolHead[]): string {
  const rows = tools.map(({ name, description }) => [`\`${name}\``, firstSentence(description)]);
  return markdownTable(["tool", "does"], rows);
}

/** Badges that a click on installs the server, in the order of the clients, for the README. */
export function badges(): string {
  return Object.values(clientConfigs)
    .flatMap((client) => renderConfig(client, { windows: false }).links)
    .map(({ label, image, url }) => `[![${label}](${image})](${url})`)
    .join("\n");
}

/** How each client is told of the server, and what Windows needs instead, for the README. */
export function clientsSection(): string {
  const sections = Object.values(clientConfigs).map((client) => {
    const { file, text, command } = renderConfig(client, { windows: false });
    const how = command === undefined ? [] : [fence("bash", command)];
    const into = `${command === undefined ? "Into" : "or into"} ${file}:`;
    return details(client.title, [...how, into, fence(client.format, text)]);
  });
  const windows = Object.values(clientConfigs)[0];
  if (!windows) return sections.join("\n\n");
  const { text } = renderConfig(windows, { windows: true });
  return [...sections, details("Windows, any of them", [fence("json", text)])].join("\n\n");
}

function details(title: string, parts: readonly string[]): string {
  return ["<details>", `<summary>${title}</summary>`, "", parts.join("\n\n"), "", "</details>"].join("\n");
}

/** A fenced block of code. */
export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** What stands before the first full stop of a text. */
export function firstSentence(text: string): string {
  const [first = ""] = text.split("\n");
  return /^.*?\.(?=\s|$)/.exec(first)?.[0] ?? first;
}

/** A text with what stands between `<!-- name -->` and `<!-- /name -->` replaced; the rest is hand-written. */
export function replaceBetween(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start === -1 || end < start) throw new Error(`The text has no ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}
