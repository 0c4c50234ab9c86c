/** A check that AWS's page listed once and lists no more. */
export interface RetiredCheck {
  readonly issueCode: string;
  /** Why, in a sentence that the documentation prints. */
  readonly reason: string;
}

const FULL_LANGUAGE =
  "SCPs support the full policy language since September 2025, so the finding would be wrong.";

/** Reported by no rule; kept so that a reader of an old report learns what became of its code. */
export const retiredChecks: readonly RetiredCheck[] = [
  { issueCode: "SCP_SYNTAX_ERROR_ALLOW_CONDITION", reason: FULL_LANGUAGE },
  { issueCode: "SCP_SYNTAX_ERROR_ALLOW_NOTACTION", reason: FULL_LANGUAGE },
  { issueCode: "SCP_SYNTAX_ERROR_ALLOW_RESOURCE", reason: FULL_LANGUAGE },
  { issueCode: "SCP_SYNTAX_ERROR_NOTRESOURCE", reason: FULL_LANGUAGE },
  {
    issueCode: "UNSUPPORTED_SYMBOL_IN_VARIABLE",
    reason: "AWS's page dropped it in or after November 2022 without saying why.",
  },
];
