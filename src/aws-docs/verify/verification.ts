import type { DocsErrorCode } from "../docs-error.ts";

/** What a fact's sources say today. */
export interface Verification {
  readonly id: string;
  /**
   * "supported": the evidence stands on the page; "drifted": the page was read and lacks it, or holds what would
   * refute the fact; "unreachable": no page could be read. Never a verdict on the fact itself: read the passages.
   */
  readonly status: VerificationStatus;
  /** ISO 8601. */
  readonly checkedAt: string;
  /** Supported, yet the words of a section are not those that were verified: read it again. */
  readonly changed?: true;
  /** Supported, yet not in the section that the fact names. */
  readonly moved?: true;
  readonly sources: readonly SourceVerification[];
}

export type VerificationStatus = "supported" | "drifted" | "unreachable";

export interface SourceVerification {
  readonly url: string;
  readonly status: VerificationStatus;
  /** Only primary sources decide on the fact. */
  readonly role: "primary" | "secondary";
  /** Title of the section in which the evidence was looked for, or found. */
  readonly section?: string;
  readonly anchor?: string;
  /** The fact's terms that stand there, as the fact writes them. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** Terms that would refute the fact, and that stand in the section. */
  readonly refuting?: readonly string[];
  /** The words of the page around the evidence, or those that come nearest: untrusted page content. */
  readonly passage?: string;
  /** Opens the page in a browser at the passage. */
  readonly link?: string;
  /** Where the page was found, when not at `url`. */
  readonly finalUrl?: string;
  readonly moved?: true;
  readonly changed?: true;
  /** Fingerprint of the section, to be recorded as the source's `hash`. */
  readonly hash?: string;
  /** Why the source is unreachable. */
  readonly reason?: DocsErrorCode;
  /** In words: why, and what to do. */
  readonly message?: string;
  /** What the stored copy says, when the site could not be asked. */
  readonly copy?: { readonly checkedAt: string; readonly status: "supported" | "drifted" };
  readonly notes?: readonly string[];
}
