export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: { readonly name: string; readonly description: string; readonly required: boolean }[];
  messages(args: Readonly<Record<string, string>>): {
    readonly role: "user";
    readonly content: { readonly type: "text"; readonly text: string };
  }[];
}

export function userMessage(lines: readonly string[]): ReturnType<Prompt["messages"]> {
  return [{ role: "user", content: { type: "text", text: lines.join("\n") } }];
}
