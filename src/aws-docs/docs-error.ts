import { UserError } from "../user-error.ts";

/** Why a page could not be shown, or a source not be checked. */
export type DocsErrorCode =
  | "bad_url"
  | "refused"
  | "gone"
  | "offline"
  | "network"
  | "tls"
  | "proxy"
  | "timeout"
  | "throttled"
  | "server_error"
  | "too_large"
  | "not_a_topic"
  | "section_not_found"
  | "bad_cursor"
  | "cancelled";

/**
 * Every failure that a caller of `aws-docs` may see. The message is ours from the first word to the last,
 * with the way out in it: no text of a page, a server or the operating system is ever part of it.
 */
export class DocsError extends UserError {
  override readonly name = "DocsError";
  readonly code: DocsErrorCode;
  /** Seconds after which the server wants to be asked again, when it said so. */
  readonly retryAfter: number | undefined;

  constructor(code: DocsErrorCode, message: string, options: { retryAfter?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}
