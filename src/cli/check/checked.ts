import type { Report } from "../../policy/finding.ts";

/** One policy that was checked, with where it came from. */
export interface Checked {
  /** The file as people name it, `-` for standard input. */
  readonly file: string;
  /** Which policy of the file, where it holds several: `Resources.Role.Properties.Policies[0]`. */
  readonly part?: string;
  readonly report: Report;
  /** The difference that --fix has written. */
  readonly patch?: string;
}
