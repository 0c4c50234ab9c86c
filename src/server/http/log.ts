/** Writes one event. `more` holds names of ours and numbers: never a body, a token, a query or an error's words. */
export type Log = (level: "info" | "warn" | "error", message: string, more?: object) => void;

/** Events as lines of JSON. */
export function jsonLog(write: (line: string) => void): Log {
  return (level, message, more = {}) =>
    write(JSON.stringify({ time: new Date().toISOString(), level, message, ...more }));
}

/** Where an error came from. Without its message, which may quote what it choked on: a policy, say. */
export function originOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  return { error: error.name.slice(0, 100), stack: frames.slice(0, 10).map((line) => line.trim()) };
}
