import { ErrorCode, McpError } from "@modelcontextprotocol/sdk/types.js";

const PAGE_SIZE = 100;

/** A page of a list that does not change while the process runs; the cursor is the number of the next item. */
export function page<T>(
  items: readonly T[],
  cursor: string | undefined,
): { items: T[]; nextCursor?: string } {
  const start = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(start) || start < 0 || start > items.length)
    throw new McpError(
      ErrorCode.InvalidParams,
      "The cursor is none of this server: start again without one.",
    );
  const end = start + PAGE_SIZE;
  return {
    items: items.slice(start, end),
    ...(end < items.length && { nextCursor: String(end) }),
  };
}
