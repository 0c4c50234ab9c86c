/** A documented check that an offline program cannot make, or makes elsewhere than in a rule. */
export interface NotDecidable {
  readonly issueCode: string;
  /** Why, in a sentence that the documentation prints. */
  readonly reason: string;
}

/** Codes of `documentedChecks` without a rule. */
export const notDecidable: readonly NotDecidable[] = [
  {
    issueCode: "JSON_SYNTAX_ERROR",
    reason: "Reported by the reader of the document itself, before any rule runs.",
  },
  {
    issueCode: "DEPRECATED_GLOBAL_CONDITION_KEY",
    reason:
      "It is about aws:ARN, as UNSUPPORTED_GLOBAL_CONDITION_KEY is; AWS does not say when it gives which, and the graver one is reported.",
  },
  {
    issueCode: "MISSING_ACTION_FOR_CONDITION_KEY",
    reason: "AWS publishes neither the keys nor the actions that they need, and its page gives no example.",
  },
  {
    issueCode: "SCP_SYNTAX_ERROR_ACTION_WILDCARD",
    reason:
      "AWS Organizations has come to accept wildcards anywhere in the actions of an SCP; the check still stands on AWS's page, but its finding would be wrong.",
  },
];
