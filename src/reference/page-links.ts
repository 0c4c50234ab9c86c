import { factUri } from "../knowledge/fact.ts";

/** The scheme of this server's resources. */
export const SCHEME = "iam-pitfalls://";

/** How a page links to others: the resources by URI, the files of the repository by relative path. */
export interface PageLinks {
  readonly check: (issueCode: string) => string;
  readonly fact: (id: string) => string;
  readonly escalation: (id: string) => string;
}

/** Links that a client reads in one step. */
export const resourceLinks: PageLinks = {
  check: (issueCode) => `${SCHEME}checks/${issueCode}`,
  fact: factUri,
  escalation: (id) => `${SCHEME}escalation/${id}`,
};
