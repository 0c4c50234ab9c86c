import { parse } from "yaml";
import * as z from "zod";

/** What a YAML text holds, or in our words why it does not fit; `whose` begins the sentence on text that is no YAML. */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  whose = "",
): { readonly value: T } | { readonly problems: string[] } {
  let yaml: unknown;
  try {
    // Aliases are not part of our formats, and a chain of them is how a small file becomes a huge object.
    yaml = parse(text, { maxAliasCount: 0 });
  } catch (error) {
    const [first = "not YAML"] = error instanceof Error ? error.message.split("\n") : [];
    return { problems: [`${whose}is not YAML: ${first}`] };
  }
  const result = schema.safeParse(yaml);
  return result.success
    ? { value: result.data }
    : { problems: z.prettifyError(result.error).split(/\n(?=✖)/) };
}
