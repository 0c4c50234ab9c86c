/** A documented check that an offline program cannot make, or makes elsewhere than in a rule. */
export interface NotDecidable {
  readonly issueCode: string;
  /** Why, in a sentence that the documentation prints. */
  readonly reason: string;
}

/** Codes of `documentedChecks` without a rule. */
export const notDecidable: readonly NotDecidable[] = [];
