/**
 * A failure that the caller can do something about. Its message is written by us, says the way out, and is
 * the only kind of error text that reaches a model or a terminal; every other error is a bug.
 */
export class UserError extends Error {
  override readonly name: string = "UserError";
}
