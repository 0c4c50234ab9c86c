import type { Condition } from "./model.ts";

/** What a comparison with a lone `*` comes to whatever the request holds, if it always comes to the same. */
export function outcomeOf({ operator, values }: Condition): "always" | "never" | undefined {
  const { base, qualifier, ifExists } = operator;
  if (!values.some((value) => value.type === "string" && /^\*+$/.test(value.value))) return undefined;
  if (base === "StringLike" && qualifier !== "ForAnyValue" && (ifExists || qualifier === "ForAllValues"))
    return "always";
  return base === "StringNotLike" && qualifier === "ForAnyValue" && !ifExists ? "never" : undefined;
}
